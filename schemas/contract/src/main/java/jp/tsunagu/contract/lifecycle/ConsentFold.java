package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentRecorded;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentWithdrawn;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopRequested;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopped;

/** What the events about consent change. */
final class ConsentFold {

  private ConsentFold() {}

  static void apply(CaseDraft draft, ConsentEvent event) {
    switch (event) {
      case ConsentRecorded recorded -> record(draft, recorded);
      case ConsentWithdrawn withdrawn -> withdraw(draft, withdrawn);
      case SharingStopRequested requested ->
          draft.stops.add(
              new SharingStop(
                  requested.person(),
                  requested.holder(),
                  requested.header().actor(),
                  requested.header().recordedAt(),
                  null));
      case SharingStopped stopped -> stop(draft, stopped);
    }
  }

  private static void record(CaseDraft draft, ConsentRecorded event) {
    draft.consents.add(new Consent(event.consentId(), event.header().actor(), event.terms()));
  }

  private static void withdraw(CaseDraft draft, ConsentWithdrawn event) {
    draft.consents.replaceAll(
        consent ->
            consent.consentId().equals(event.consentId())
                ? consent.withdrawnFor(event.recipients())
                : consent);
  }

  private static void stop(CaseDraft draft, SharingStopped event) {
    draft.stops.replaceAll(
        stop ->
            stop.answer() == null
                    && stop.person().equals(event.person())
                    && stop.holder().equals(event.holder())
                ? stop.answered(event.answer())
                : stop);
  }
}
