package jp.tsunagu.connector.inbox;

import jp.tsunagu.connector.record.Alarm;

/** What came of taking one record in. */
public sealed interface TakenIn {

  /** It is stored with all its effects, or was stored before. */
  record Done() implements TakenIn {}

  /** It cannot be taken in yet: its partition waits, so that order is kept. */
  record Waits(Alarm.Kind reason) implements TakenIn {}
}
