package jp.tsunagu.scheduler.agenda;

import jp.tsunagu.contract.lifecycle.CarryReason;

/** Why an item is not on the agenda. */
sealed interface Verdict {

  /** Not on this one. */
  record Carry(CarryReason reason) implements Verdict {}

  /** On none of this sitting's. */
  record Refuse(Refusal reason) implements Verdict {}
}
