package jp.tsunagu.gateway.decision;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consent;
import jp.tsunagu.contract.lifecycle.ConsentEvent;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentRecorded;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentWithdrawn;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopRequested;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopped;
import jp.tsunagu.contract.lifecycle.SharingStop;

/**
 * Who learns of what a person allows, besides who acted: those it names who take part already. Who
 * is left out learns neither that it was left out nor that others were named.
 */
final class ConsentAudience {

  private ConsentAudience() {}

  static Set<AgencyId> of(CaseState after, ConsentEvent event, Roll roll) {
    return switch (event) {
      case ConsentRecorded recorded -> takingPart(after, recorded.terms().recipients(), roll);
      case ConsentWithdrawn withdrawn -> whomItConcerns(after, withdrawn, roll);
      case SharingStopRequested requested ->
          whoWaits(after, requested.person(), requested.holder(), roll);
      case SharingStopped stopped -> whoWaits(after, stopped.person(), stopped.holder(), roll);
    };
  }

  private static Set<AgencyId> takingPart(
      CaseState after, Collection<AgencyId> agencies, Roll roll) {
    Set<AgencyId> takingPart = new LinkedHashSet<>();
    agencies.stream()
        .sorted()
        .filter(agency -> Parties.takesPart(after, agency, roll))
        .forEach(takingPart::add);
    return takingPart;
  }

  private static Set<AgencyId> whomItConcerns(CaseState after, ConsentWithdrawn event, Roll roll) {
    Optional<AgencyId> recorder =
        after
            .consent(event.consentId())
            .map(Consent::recordedBy)
            .filter(agency -> Parties.takesPart(after, agency, roll));
    Set<AgencyId> concerned = takingPart(after, event.recipients(), roll);
    return Audience.with(Audience.with(concerned, recorder), Parties.coordinator(after));
  }

  /**
   * The holder, who asked it to stop – for a meeting the desk –, and the coordinator, who sees who
   * has answered.
   */
  private static Set<AgencyId> whoWaits(
      CaseState after, PersonRef person, AgencyId holder, Roll roll) {
    Set<AgencyId> waiting = new LinkedHashSet<>();
    waiting.add(holder);
    after.stops().stream()
        .filter(stop -> stop.person().equals(person) && stop.holder().equals(holder))
        .map(SharingStop::requestedBy)
        .map(asker -> asker.equals(AgencyId.SCHEDULER) ? roll.desk() : asker)
        .forEach(waiting::add);
    return Audience.with(waiting, Parties.coordinator(after));
  }
}
