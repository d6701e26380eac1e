package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RequestMeeting;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingRequestWithdrawn;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingRequested;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/** Decides about 会議の相談・申出 and its 取下げ. */
final class MeetingRequestDecider {

  private static final int SHORTEST_MINUTES = 5;
  private static final int LONGEST_MINUTES = 240;

  private MeetingRequestDecider() {}

  static Decision request(Attempt attempt, RequestMeeting command) {
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustActForTheHousehold,
            a -> requestMustBeNew(a, command),
            a -> personsMustBeNamedAndKnown(a, command),
            _ -> minutesMustBeInRange(command),
            a -> ConferenceRules.agenciesMustBePossible(a, command.involved()),
            a -> bodyMustBeKnown(a, command),
            a -> conferenceMustBeTheNeededOne(a, command),
            a -> bodyMustBeOfThatKind(a, command)),
        () -> requested(attempt, command));
  }

  private static Decision requested(Attempt attempt, RequestMeeting command) {
    return attempt.emit(
        header ->
            new MeetingRequested(
                header,
                command.requestId(),
                command.wish(),
                command.persons(),
                attempt.actor(),
                command.involved()));
  }

  private static Optional<Refuse> requestMustBeNew(Attempt attempt, RequestMeeting command) {
    return Rule.require(
        attempt.state().meeting(command.requestId()).isEmpty(),
        RefusalCode.MEETING_REQUEST_ALREADY_EXISTS);
  }

  private static Optional<Refuse> personsMustBeNamedAndKnown(
      Attempt attempt, RequestMeeting command) {
    return Rule.require(!command.persons().isEmpty(), RefusalCode.MEETING_PERSONS_MISSING)
        .or(() -> CaseRules.personsMustBeKnown(attempt, command.persons()));
  }

  private static Optional<Refuse> minutesMustBeInRange(RequestMeeting command) {
    return Rule.require(
        command.wish().minutes() >= SHORTEST_MINUTES && command.wish().minutes() <= LONGEST_MINUTES,
        RefusalCode.MEETING_MINUTES_OUT_OF_RANGE);
  }

  private static Optional<MeetingBody> body(Attempt attempt, RequestMeeting command) {
    return Optional.ofNullable(command.wish().body())
        .flatMap(attempt.context().directory()::meetingBody);
  }

  private static Optional<Refuse> bodyMustBeKnown(Attempt attempt, RequestMeeting command) {
    return Rule.require(
        command.wish().body() == null || body(attempt, command).isPresent(),
        RefusalCode.MEETING_BODY_UNKNOWN);
  }

  private static Optional<Refuse> bodyMustBeOfThatKind(Attempt attempt, RequestMeeting command) {
    return Rule.require(
        body(attempt, command)
            .filter(body -> body.conference() != command.wish().conference())
            .isEmpty(),
        RefusalCode.MEETING_BODY_OF_OTHER_KIND);
  }

  /** 重層的支援会議 with everyone's consent; 支援会議 without, or where it must be quick or only tells. */
  private static Optional<Refuse> conferenceMustBeTheNeededOne(
      Attempt attempt, RequestMeeting command) {
    Set<PersonRef> open = ConferenceKinds.withoutConsent(attempt.state(), table(attempt, command));
    boolean mayStay =
        ConferenceKinds.mayStayInSupportConference(
            command.wish().purpose(), command.wish().urgent());
    return switch (command.wish().conference()) {
      case PLAN_CONFERENCE ->
          open.isEmpty()
              ? Optional.empty()
              : Optional.of(Refuse.about(RefusalCode.CONSENT_FOR_PLAN_CONFERENCE_MISSING, open));
      case SUPPORT_CONFERENCE ->
          Rule.require(!open.isEmpty() || mayStay, RefusalCode.SUPPORT_CONFERENCE_NOT_NEEDED);
    };
  }

  private static ConferenceKinds.Table table(Attempt attempt, RequestMeeting command) {
    Set<AgencyId> agencies =
        new HashSet<>(
            command.involved().isEmpty() ? attempt.state().members() : command.involved());
    agencies.add(attempt.actor());
    agencies.remove(attempt.desk());
    return new ConferenceKinds.Table(command.persons(), agencies, attempt.today());
  }

  static Decision withdraw(ItemAttempt attempt) {
    return attempt.decide(
        List.of(ConferenceRules::actorMustHaveAsked, ConferenceRules::itemMustBeOpen),
        () -> {
          List<EventMaker> makers = new ArrayList<>(DateDecider.ended(attempt.item()));
          makers.add(header -> new MeetingRequestWithdrawn(header, attempt.item().requestId()));
          return attempt.attempt().emit(makers);
        });
  }
}
