package jp.tsunagu.gateway.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.CancelMeetingNotice;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.CarryItem;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.PublishAgendaItem;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RecordMeetingHeld;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.AgendaPublished;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ItemCarried;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingHeld;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingNoticeCancelled;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.lifecycle.MeetingPlace;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/**
 * Decides what an agenda means for a case: notice, carrying over, cancelling, holding. The
 * scheduler knows the agenda; who is invited is known here, in a protected case only here.
 */
final class AgendaDecider {

  private AgendaDecider() {}

  static Decision publish(ItemAttempt attempt, PublishAgendaItem command) {
    MeetingPlace place = command.place();
    return attempt.decide(
        List.of(
            ConferenceRules::itemMustBeOpen,
            a ->
                Rule.require(
                    a.body(place.meetingId()).isPresent(), RefusalCode.MEETING_BODY_UNKNOWN),
            a -> meetingMustBeOfTheItemsKind(a, place),
            a -> organiserMustBePossible(a, place),
            a -> revisionMustBeNewer(a, place)),
        () -> published(attempt, place));
  }

  /** Who may hold an urgent item that everyone consented to at once need not wait for the other. */
  private static Optional<Refuse> meetingMustBeOfTheItemsKind(
      ItemAttempt attempt, MeetingPlace place) {
    boolean fits =
        attempt.kindOf(place.meetingId()) == attempt.item().conference()
            || (place.session() == SessionKind.EMERGENCY
                && attempt.item().conference() == ConferenceKind.PLAN_CONFERENCE);
    return Rule.require(fits, RefusalCode.MEETING_BODY_OF_OTHER_KIND);
  }

  private static Optional<Refuse> organiserMustBePossible(ItemAttempt attempt, MeetingPlace place) {
    boolean mayOrganise =
        attempt.kindOf(place.meetingId()) == ConferenceKind.PLAN_CONFERENCE
            || Organisers.isOfTheMunicipality(attempt.attempt(), place.organiser());
    return ConferenceRules.agenciesMustBePossible(attempt.attempt(), Set.of(place.organiser()))
        .or(() -> Rule.require(mayOrganise, RefusalCode.MEETING_ORGANISER_NOT_POSSIBLE));
  }

  private static Optional<Refuse> revisionMustBeNewer(ItemAttempt attempt, MeetingPlace place) {
    MeetingPlace known = attempt.item().place();
    boolean old =
        known != null
            && known.meetingId().equals(place.meetingId())
            && known.revision() >= place.revision();
    return Rule.require(!old, RefusalCode.AGENDA_REVISION_NOT_NEWER);
  }

  /** An item whose consent does not last until the meeting changes its kind instead. */
  private static Decision published(ItemAttempt attempt, MeetingPlace place) {
    Attempt whole = attempt.attempt();
    List<EventMaker> lapsed = lapsed(attempt, TokyoTime.dateOf(place.startsAt()));
    if (!lapsed.isEmpty()) {
      return whole.emit(lapsed);
    }
    Set<AgencyId> invited = new HashSet<>(attempt.state().invitedTo(attempt.item()));
    invited.removeIf(agency -> Parties.isExcluded(attempt.state(), agency));
    List<EventMaker> makers = new ArrayList<>(leaving(attempt, place.meetingId()));
    makers.addAll(DateDecider.endedBut(attempt.item(), invited));
    makers.add(notice(attempt, place, invited));
    return whole.emit(makers);
  }

  private static List<EventMaker> lapsed(ItemAttempt attempt, LocalDate day) {
    return attempt.item().conference() == ConferenceKind.PLAN_CONFERENCE
        ? ConferenceKinds.change(attempt.state(), attempt.item(), attempt.attempt().desk(), day)
        : List.of();
  }

  private static EventMaker notice(ItemAttempt attempt, MeetingPlace place, Set<AgencyId> invited) {
    MeetingItem item = attempt.item();
    return header ->
        new AgendaPublished(
            header, item.requestId(), item.conference(), item.purpose(), place, invited);
  }

  /** A notice of another meeting that still stands ends first. */
  private static List<EventMaker> leaving(ItemAttempt attempt, MeetingId next) {
    MeetingPlace place = attempt.item().place();
    return place == null || place.meetingId().equals(next)
        ? List.of()
        : List.of(cancelled(attempt, place.meetingId(), NoticeEnd.MOVED_TO_ANOTHER_MEETING));
  }

  private static EventMaker cancelled(ItemAttempt attempt, MeetingId meeting, NoticeEnd reason) {
    MeetingItem item = attempt.item();
    return header ->
        new MeetingNoticeCancelled(
            header, item.requestId(), meeting, reason, item.notice().invited());
  }

  /** What stood on that agenda already leaves it, and everyone who has the notice is told. */
  static Decision carry(ItemAttempt attempt, CarryItem command) {
    List<EventMaker> makers = new ArrayList<>();
    if (attempt.item().isAt(command.meetingId())) {
      makers.add(cancelled(attempt, command.meetingId(), end(attempt, command.reason())));
    }
    if (attempt.item().isAskedFor(command.meetingId())) {
      makers.addAll(DateDecider.ended(attempt.item()));
    }
    makers.add(
        header ->
            new ItemCarried(
                header,
                command.requestId(),
                command.meetingId(),
                command.reason(),
                command.next()));
    return attempt.decide(
        List.of(ConferenceRules::itemMustBeOpen), () -> attempt.attempt().emit(makers));
  }

  private static NoticeEnd end(ItemAttempt attempt, CarryReason reason) {
    return switch (reason) {
      case MEETING_CANCELLED -> NoticeEnd.MEETING_CANCELLED;
      case CONFERENCE_CHANGED ->
          attempt.item().conference() == ConferenceKind.PLAN_CONFERENCE
              ? NoticeEnd.CONSENT_COMPLETE
              : NoticeEnd.CONSENT_WITHDRAWN;
      case AFTER_CLOSING,
          NO_ROOM,
          NOT_SCREENED,
          NOT_BEFORE,
          BODY_NOT_IN_TIME,
          OUTSIDE_REMIT,
          UNKNOWN ->
          NoticeEnd.MOVED_TO_ANOTHER_MEETING;
    };
  }

  static Decision cancel(ItemAttempt attempt, CancelMeetingNotice command) {
    return attempt.decide(
        List.of(
            a -> ConferenceRules.noticeMustStand(a, command.meetingId()),
            AgendaDecider::mustNotBeHeld),
        () -> attempt.attempt().emit(cancelled(attempt, command.meetingId(), command.reason())));
  }

  private static Optional<Refuse> mustNotBeHeld(ItemAttempt attempt) {
    ItemStage stage = attempt.item().stage();
    return Rule.require(
        stage == ItemStage.OPEN || stage == ItemStage.WITHDRAWN, RefusalCode.MEETING_ITEM_NOT_OPEN);
  }

  static Decision held(ItemAttempt attempt, RecordMeetingHeld command) {
    return attempt.decide(
        List.of(
            ConferenceRules::itemMustBeOpen,
            a -> ConferenceRules.noticeMustStand(a, command.meetingId()),
            a -> attendeesMustBeKnown(a, command.attended()),
            a -> mustHaveBegun(a, command)),
        () ->
            attempt
                .attempt()
                .emit(
                    header ->
                        new MeetingHeld(
                            header,
                            command.requestId(),
                            command.meetingId(),
                            attempt.kindOf(command.meetingId()),
                            command.heldAt(),
                            command.session(),
                            mayHaveSatThere(attempt, command.attended()))));
  }

  /** Whoever sat there may have left since. */
  private static Optional<Refuse> attendeesMustBeKnown(
      ItemAttempt attempt, Set<AgencyId> attended) {
    NetworkDirectory directory = attempt.attempt().context().directory();
    return Rule.require(
        attended.stream().allMatch(agency -> directory.everAgency(agency).isPresent()),
        RefusalCode.AGENCY_UNKNOWN);
  }

  /**
   * Who came for an item of a protected case is not known where attendance is recorded: whoever is
   * kept out of the case came for another one.
   */
  private static Set<AgencyId> mayHaveSatThere(ItemAttempt attempt, Set<AgencyId> attended) {
    return attended.stream()
        .filter(agency -> !Parties.isExcluded(attempt.state(), agency))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Refuse> mustHaveBegun(ItemAttempt attempt, RecordMeetingHeld command) {
    return Rule.require(
        !command.heldAt().isAfter(attempt.attempt().now().plus(CaseRules.CLOCK_TOLERANCE)),
        RefusalCode.COMMAND_FROM_THE_FUTURE);
  }
}
