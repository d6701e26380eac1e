package jp.tsunagu.gateway.decision;

import jp.tsunagu.contract.lifecycle.ConferenceCommand;
import jp.tsunagu.contract.message.RefusalCode;

/** Decides about 支援会議 and 重層的支援会議 of a case. */
final class ConferenceDecider {

  private ConferenceDecider() {}

  static Decision decide(Attempt attempt, ConferenceCommand command) {
    return Decision.Refuse.because(RefusalCode.ONLY_THE_DESK);
  }
}
