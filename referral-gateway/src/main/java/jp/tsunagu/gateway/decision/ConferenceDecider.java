package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.ConferenceCommand;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AnswerAttendance;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AnswerDates;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AskForDates;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.CancelMeetingNotice;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.CarryItem;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.DecideItem;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.FileMeetingReport;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.PublishAgendaItem;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RecordMeetingHeld;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RemindOfReport;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RequestMeeting;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.WithdrawMeetingRequest;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/**
 * Decides about 支援会議 and 重層的支援会議 of a case: what agencies ask and answer, and what meetings change,
 * which only the scheduler tells.
 */
final class ConferenceDecider {

  private ConferenceDecider() {}

  static Decision decide(Attempt attempt, ConferenceCommand command) {
    return switch (command) {
      case RequestMeeting c -> byAParty(attempt, a -> MeetingRequestDecider.request(a, c));
      case WithdrawMeetingRequest c ->
          byAParty(attempt, a -> onItem(a, c.requestId(), MeetingRequestDecider::withdraw));
      case AnswerAttendance c ->
          byAParty(attempt, a -> onItem(a, c.requestId(), i -> AttendanceDecider.answer(i, c)));
      case AskForDates c -> byTheScheduler(attempt, c.requestId(), i -> DateDecider.ask(i, c));
      case AnswerDates c ->
          byAParty(attempt, a -> onItem(a, c.requestId(), i -> DateDecider.answer(i, c)));
      case FileMeetingReport c ->
          byAParty(attempt, a -> onItem(a, c.requestId(), i -> ReportDecider.file(i, c)));
      case PublishAgendaItem c ->
          byTheScheduler(attempt, c.requestId(), i -> AgendaDecider.publish(i, c));
      case CarryItem c -> byTheScheduler(attempt, c.requestId(), i -> AgendaDecider.carry(i, c));
      case CancelMeetingNotice c ->
          byTheScheduler(attempt, c.requestId(), i -> AgendaDecider.cancel(i, c));
      case RecordMeetingHeld c ->
          byTheScheduler(attempt, c.requestId(), i -> AgendaDecider.held(i, c));
      case DecideItem c -> byTheScheduler(attempt, c.requestId(), i -> OutcomeDecider.decide(i, c));
      case RemindOfReport c ->
          byTheScheduler(attempt, c.requestId(), i -> ReportDecider.remind(i, c));
    };
  }

  private static Decision byAParty(Attempt attempt, Function<Attempt, Decision> outcome) {
    return Rule.decide(
        attempt, List.of(CaseRules::actorMustTakePart), () -> outcome.apply(attempt));
  }

  private static Decision byTheScheduler(
      Attempt attempt, MeetingRequestId id, Function<ItemAttempt, Decision> outcome) {
    return Rule.decide(
        attempt,
        List.of(ConferenceRules::actorMustBeTheScheduler),
        () -> found(attempt, attempt.state().meeting(id), outcome));
  }

  /** An item that the actor may not know of does not exist for it. */
  static Decision onItem(
      Attempt attempt, MeetingRequestId id, Function<ItemAttempt, Decision> outcome) {
    return found(
        attempt,
        attempt
            .state()
            .meeting(id)
            .filter(item -> Parties.sees(attempt.state(), item, attempt.actor(), attempt.roll())),
        outcome);
  }

  private static Decision found(
      Attempt attempt, Optional<MeetingItem> item, Function<ItemAttempt, Decision> outcome) {
    return item.isPresent()
        ? outcome.apply(new ItemAttempt(attempt, item.get()))
        : Refuse.because(RefusalCode.MEETING_REQUEST_UNKNOWN);
  }
}
