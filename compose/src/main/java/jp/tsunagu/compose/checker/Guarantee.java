package jp.tsunagu.compose.checker;

import java.util.List;

/** Watches over one promise in one run: first it is fed, then it is asked. For one thread. */
interface Guarantee {
  /** Something a client tried. */
  default void attempted(Attempt attempt) {}

  /** Something that an agency sees. */
  default void shown(Shown shown) {}

  /** Something that the ledger holds. */
  default void entered(Found.Entry entry) {}

  /** Something that was taken and did not arrive. */
  default void ended(Found.Ending ending) {}

  /** All that was met about. */
  default void met(Found.Meetings meetings) {}

  /** Something that was worked out twice. */
  default void compared(Found.Comparison comparison) {}

  /** Where the promise was not kept; none where it was. */
  List<String> broken();
}
