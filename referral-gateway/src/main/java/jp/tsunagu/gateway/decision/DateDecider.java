package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.AskedAgencies;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AnswerDates;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AskForDates;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAnswered;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAsked;
import jp.tsunagu.contract.lifecycle.DateQuestion;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.ProposedDays;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/**
 * Decides about 日程調整: the scheduler knows the candidates; who would be invited, and so is asked, is
 * known here.
 */
final class DateDecider {

  private DateDecider() {}

  static Decision ask(ItemAttempt attempt, AskForDates command) {
    return command.candidates().isEmpty()
        ? attempt.decide(
            List.of(a -> mustBeAsked(a, command.meetingId())),
            () -> attempt.attempt().emit(ended(attempt.item())))
        : attempt.decide(
            List.of(
                ConferenceRules::itemMustBeOpen,
                a ->
                    Rule.require(
                        a.body(command.meetingId()).isPresent(), RefusalCode.MEETING_BODY_UNKNOWN),
                a ->
                    Rule.require(
                        a.kindOf(command.meetingId()) == a.item().conference(),
                        RefusalCode.MEETING_BODY_OF_OTHER_KIND),
                a -> somebodyMustBeAsked(a, command)),
            () -> attempt.attempt().emit(asked(attempt, command)));
  }

  private static Optional<Refuse> somebodyMustBeAsked(ItemAttempt attempt, AskForDates command) {
    return Rule.require(!whom(attempt, command).isEmpty(), RefusalCode.NOT_INVITED);
  }

  /** Whoever would have the notice, but for the organiser. */
  private static Set<AgencyId> whom(ItemAttempt attempt, AskForDates command) {
    Set<AgencyId> whom = new HashSet<>(attempt.state().invitedTo(attempt.item()));
    whom.removeIf(agency -> Parties.isExcluded(attempt.state(), agency));
    whom.remove(command.organiser());
    return whom;
  }

  /** A question about another meeting ends first. */
  private static List<EventMaker> asked(ItemAttempt attempt, AskForDates command) {
    MeetingItem item = attempt.item();
    Set<AgencyId> whom = whom(attempt, command);
    boolean again = item.isAskedFor(command.meetingId());
    List<EventMaker> makers = new ArrayList<>(again ? List.of() : ended(item));
    makers.add(
        header ->
            new DatesAsked(
                header,
                item.requestId(),
                command.meetingId(),
                item.conference(),
                item.purpose(),
                command.organiser(),
                new ProposedDays(command.candidates(), command.minutes()),
                new AskedAgencies(whom, again ? gone(item, whom) : Set.of())));
    return makers;
  }

  static Decision answer(ItemAttempt attempt, AnswerDates command) {
    AgencyId agency = attempt.attempt().representedOnPaper().orElse(attempt.actor());
    return attempt.decide(
        List.of(
            ConferenceRules::itemMustBeOpen,
            a -> mustBeAsked(a, command.meetingId()),
            a -> ConferenceRules.whoRecordsForAnotherMustOrganise(a, agency),
            a -> agencyMustBeAsked(a, agency),
            a -> repliesMustFit(a, command)),
        () ->
            attempt
                .attempt()
                .emit(
                    header ->
                        new DatesAnswered(
                            header,
                            command.requestId(),
                            command.meetingId(),
                            agency,
                            command.replies())));
  }

  private static Optional<Refuse> mustBeAsked(ItemAttempt attempt, MeetingId meeting) {
    return Rule.require(attempt.item().isAskedFor(meeting), RefusalCode.DATES_NOT_ASKED);
  }

  private static Optional<Refuse> agencyMustBeAsked(ItemAttempt attempt, AgencyId agency) {
    DateQuestion question = attempt.item().dates();
    return Rule.require(
        question != null && question.asked().contains(agency), RefusalCode.NOT_INVITED);
  }

  private static Optional<Refuse> repliesMustFit(ItemAttempt attempt, AnswerDates command) {
    DateQuestion question = attempt.item().dates();
    return Rule.require(
        question != null && question.isAnsweredBy(command.replies()), RefusalCode.DATES_DO_NOT_FIT);
  }

  /** Nobody is asked about this item any more; nothing where nobody was. */
  static List<EventMaker> ended(MeetingItem item) {
    DateQuestion question = item.dates();
    return question == null ? List.of() : List.of(going(item, question, Set.of()));
  }

  /** Only these go on being asked; whoever does not is told. */
  static List<EventMaker> endedBut(MeetingItem item, Set<AgencyId> staying) {
    DateQuestion question = item.dates();
    return question == null || gone(item, staying).isEmpty()
        ? List.of()
        : List.of(going(item, question, staying));
  }

  private static EventMaker going(MeetingItem item, DateQuestion question, Set<AgencyId> staying) {
    Set<AgencyId> left = new HashSet<>(question.asked());
    left.retainAll(staying);
    return header ->
        new DatesAsked(
            header,
            item.requestId(),
            question.meetingId(),
            item.conference(),
            item.purpose(),
            question.organiser(),
            new ProposedDays(
                left.isEmpty() ? List.of() : question.candidates(), question.minutes()),
            new AskedAgencies(left, gone(item, staying)));
  }

  private static Set<AgencyId> gone(MeetingItem item, Set<AgencyId> staying) {
    DateQuestion question = item.dates();
    Set<AgencyId> gone = new HashSet<>(question == null ? Set.of() : question.asked());
    gone.removeAll(staying);
    return gone;
  }
}
