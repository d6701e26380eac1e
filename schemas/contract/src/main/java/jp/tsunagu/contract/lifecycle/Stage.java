package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.id.ReferralId;

/**
 * Where one leg of a referral stands. One record per stage, carrying only what that stage has.
 *
 * <pre>
 * Submitted → Sent → Arrived → Opened → Accepted → InContact → Completed
 *                └───────┴────────┴→ Declined | Forwarded | SentBack | Withdrawn
 * </pre>
 */
public sealed interface Stage {

  /** The receiver has not answered yet. */
  sealed interface Unanswered extends Stage {}

  /** The receiver has taken it. */
  sealed interface Held extends Stage {}

  /** Nothing happens any more but 再開, or the chain going on. */
  sealed interface Closed extends Stage {}

  /**
   * A sheet waits for its addressee (振り分け待ち).
   *
   * @param arrived it reached the desk (到達)
   * @param opened the desk opened it (開封)
   */
  record Submitted(boolean arrived, boolean opened) implements Stage {

    static Submitted unread() {
      return new Submitted(false, false);
    }
  }

  /** 送付. */
  record Sent() implements Unanswered {}

  /** 到達. */
  record Arrived() implements Unanswered {}

  /** 開封. */
  record Opened() implements Unanswered {}

  /** 受理. */
  record Accepted() implements Held {}

  /** 支援中: first contact was made. */
  record InContact() implements Held {}

  /** 終了. */
  record Completed(CompletionOutcome outcome) implements Closed {}

  /** 受入不可. */
  record Declined(String reason) implements Closed {}

  /** つなぎ直し. */
  record Forwarded(ReferralId next) implements Closed {}

  /** 差戻し. */
  record SentBack(String reason) implements Closed {}

  /** 取下げ. */
  record Withdrawn() implements Closed {}

  /** What a person reads. */
  default String label() {
    return StageCode.of(this).label();
  }
}
