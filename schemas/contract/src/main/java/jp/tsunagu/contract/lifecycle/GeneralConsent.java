package jp.tsunagu.contract.lifecycle;

import java.util.Set;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentRecorded;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentWithdrawn;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopRequested;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopped;

/** The events about consent in a protected case, as everybody may see them. */
final class GeneralConsent {

  private GeneralConsent() {}

  static ConsentEvent of(ConsentEvent event, Withholding withholding) {
    EventHeader header = withholding.header(event.header());
    return switch (event) {
      case ConsentRecorded recorded ->
          new ConsentRecorded(
              header, recorded.consentId(), recorded.terms().towards(Set.of(), Set.of()));
      case ConsentWithdrawn withdrawn ->
          new ConsentWithdrawn(
              header,
              withdrawn.consentId(),
              withdrawn.person(),
              withholding.agencies(withdrawn.recipients()));
      case SharingStopRequested requested ->
          new SharingStopRequested(
              header, requested.person(), withholding.agency(requested.holder()));
      case SharingStopped stopped ->
          new SharingStopped(
              header, stopped.person(), withholding.agency(stopped.holder()), stopped.answer());
    };
  }
}
