package jp.tsunagu.contract.directory;

/** What happens when a day of a rule is a closed day (閉庁日); no document says, so a city chooses. */
public enum ClosedDayRule {
  /** The day stays. */
  KEEP,
  /** 翌開庁日. */
  NEXT_OPEN_DAY,
  /** 前開庁日. */
  PREVIOUS_OPEN_DAY,
  /** Waits until the desk says; never moves by itself. */
  ASK_THE_DESK
}
