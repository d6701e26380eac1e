package jp.tsunagu.contract.lifecycle;

import java.util.HashSet;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
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
    draft.consents.add(
        new Consent(
            event.consentId(),
            event.person(),
            event.header().actor(),
            event.purpose(),
            event.scope(),
            event.recipients(),
            event.exclusions(),
            event.method(),
            event.givenOn(),
            event.expiresOn()));
  }

  private static void withdraw(CaseDraft draft, ConsentWithdrawn event) {
    draft.consents.replaceAll(
        consent ->
            consent.consentId().equals(event.consentId())
                ? without(consent, event.recipients())
                : consent);
  }

  private static Consent without(Consent consent, Set<AgencyId> withdrawn) {
    Set<AgencyId> remaining = new HashSet<>(consent.recipients());
    remaining.removeAll(withdrawn);
    return new Consent(
        consent.consentId(),
        consent.person(),
        consent.recordedBy(),
        consent.purpose(),
        consent.scope(),
        remaining,
        consent.exclusions(),
        consent.method(),
        consent.givenOn(),
        consent.expiresOn());
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
