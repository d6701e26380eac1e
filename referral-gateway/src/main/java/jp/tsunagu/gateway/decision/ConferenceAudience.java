package jp.tsunagu.gateway.decision;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConferenceEvent;
import jp.tsunagu.contract.lifecycle.DateQuestion;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingPlace;

/**
 * Who learns of the events of a case's meetings, besides who acted: those who run them always,
 * whoever is invited what the notice, the meeting and its decision say.
 */
final class ConferenceAudience {

  private ConferenceAudience() {}

  static Set<AgencyId> of(CaseState after, ConferenceEvent event, Roll roll) {
    return switch (event) {
      case ConferenceEvent.MeetingRequested e -> organisers(after, e.requestId(), roll);
      case ConferenceEvent.MeetingRequestWithdrawn e -> organisers(after, e.requestId(), roll);
      case ConferenceEvent.ConferenceChanged e ->
          with(leaving(after, e), after, e.requestId(), roll);
      case ConferenceEvent.AgendaPublished e -> with(e.invited(), after, e.requestId(), roll);
      case ConferenceEvent.ItemCarried e -> organisers(after, e.requestId(), roll);
      case ConferenceEvent.MeetingNoticeCancelled e ->
          with(e.invited(), after, e.requestId(), roll);
      case ConferenceEvent.AttendanceAnswered e ->
          with(Set.of(e.agency()), after, e.requestId(), roll);
      case ConferenceEvent.DatesAsked e -> with(concerned(e), after, e.requestId(), roll);
      case ConferenceEvent.DatesAnswered e -> with(Set.of(e.agency()), after, e.requestId(), roll);
      case ConferenceEvent.MeetingHeld e -> with(e.attended(), after, e.requestId(), roll);
      case ConferenceEvent.ItemDecided e -> invited(after, e.requestId(), roll);
      case ConferenceEvent.MonitoringPeriodSet e -> invited(after, e.requestId(), roll);
      case ConferenceEvent.ResourceGapRecorded e -> organisers(after, e.requestId(), roll);
      case ConferenceEvent.MeetingReportFiled e -> organisers(after, e.requestId(), roll);
      case ConferenceEvent.MeetingReportOverdue e -> organisers(after, e.requestId(), roll);
    };
  }

  /** Who had the notice and no longer sits at the table of an item that stays what it is. */
  private static Set<AgencyId> leaving(CaseState after, ConferenceEvent.ConferenceChanged event) {
    if (event.from() != event.to()) {
      return Set.of();
    }
    Set<AgencyId> leaving = new LinkedHashSet<>();
    item(after, event.requestId())
        .ifPresent(
            item -> {
              leaving.addAll(item.notice().invited());
              leaving.remove(item.requestedBy());
            });
    leaving.removeAll(event.involved());
    return leaving;
  }

  private static Set<AgencyId> concerned(ConferenceEvent.DatesAsked event) {
    Set<AgencyId> all = new LinkedHashSet<>(event.whom().asked());
    all.addAll(event.whom().left());
    all.add(event.organiser());
    return all;
  }

  private static Set<AgencyId> with(
      Set<AgencyId> some, CaseState after, MeetingRequestId requestId, Roll roll) {
    Set<AgencyId> all = organisers(after, requestId, roll);
    some.stream().sorted().forEach(all::add);
    return all;
  }

  /** Whoever asked, whose meeting it is, the coordinator, and the desk. */
  static Set<AgencyId> organisers(CaseState after, MeetingRequestId requestId, Roll roll) {
    Set<AgencyId> some = new LinkedHashSet<>();
    item(after, requestId).map(MeetingItem::requestedBy).ifPresent(some::add);
    item(after, requestId)
        .map(MeetingItem::place)
        .map(MeetingPlace::organiser)
        .ifPresent(some::add);
    item(after, requestId)
        .map(MeetingItem::dates)
        .map(DateQuestion::organiser)
        .ifPresent(some::add);
    Parties.coordinator(after).ifPresent(some::add);
    some.add(roll.desk());
    return some;
  }

  /** Who had the notice and still belongs to the table. */
  private static Set<AgencyId> invited(CaseState after, MeetingRequestId requestId, Roll roll) {
    Set<AgencyId> all = organisers(after, requestId, roll);
    item(after, requestId)
        .ifPresent(
            item ->
                item.notice().invited().stream()
                    .sorted()
                    .filter(agency -> Parties.sees(after, item, agency, roll))
                    .forEach(all::add));
    return all;
  }

  private static Optional<MeetingItem> item(CaseState after, MeetingRequestId requestId) {
    return after.meeting(requestId);
  }
}
