package jp.tsunagu.stats.fact;

/** What can happen to one leg of a referral, with the business time at which it did. */
public enum Step {
  /** 送付. */
  SENT,
  /** 回答期限. */
  RESPOND_BY,
  /** 到達. */
  ARRIVED,
  /** 開封. */
  OPENED,
  /** The first word of the receiver: 照会, 受理, 受入不可, 差戻し or つなぎ直し. */
  ANSWERED,
  /** 受理, 受入不可, 差戻し or つなぎ直し. */
  DECIDED,
  /** 受理. */
  ACCEPTED,
  /** 初回接触. */
  FIRST_CONTACT,
  /** Nothing more happens to it without 再開. */
  ENDED,
  /** 期限接近 was told. */
  DUE_SOON,
  /** 期限超過 was told. */
  OVERDUE
}
