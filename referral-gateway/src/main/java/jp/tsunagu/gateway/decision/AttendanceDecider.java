package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AnswerAttendance;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.AttendanceAnswered;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/** Decides about 出欠の回答, also those recorded for somebody on paper (代行入力). */
final class AttendanceDecider {

  private AttendanceDecider() {}

  static Decision answer(ItemAttempt attempt, AnswerAttendance command) {
    AgencyId agency = attempt.attempt().representedOnPaper().orElse(attempt.actor());
    return attempt.decide(
        List.of(
            ConferenceRules::itemMustBeOpen,
            a -> ConferenceRules.noticeMustStand(a, command.meetingId()),
            a -> ConferenceRules.whoRecordsForAnotherMustOrganise(a, agency),
            a ->
                Rule.require(a.item().notice().invited().contains(agency), RefusalCode.NOT_INVITED),
            a -> absenceMustHaveAReason(a, command),
            a -> reasonMustBeListed(a, command)),
        () ->
            attempt
                .attempt()
                .emit(
                    header ->
                        new AttendanceAnswered(
                            header,
                            command.requestId(),
                            command.meetingId(),
                            agency,
                            command.answer(),
                            command.reason())));
  }

  /** To a 重層的支援会議 agencies come as a rule. */
  private static Optional<Refuse> absenceMustHaveAReason(
      ItemAttempt attempt, AnswerAttendance command) {
    boolean mustExplain =
        command.answer() == AttendanceAnswer.ABSENT
            && attempt.kindOf(command.meetingId()) == ConferenceKind.PLAN_CONFERENCE;
    return Rule.require(
        !mustExplain || command.reason() != null, RefusalCode.ABSENCE_REASON_MISSING);
  }

  private static Optional<Refuse> reasonMustBeListed(
      ItemAttempt attempt, AnswerAttendance command) {
    String reason = command.reason();
    boolean listed =
        reason == null || attempt.attempt().reason(CodeList.ABSENCE_REASONS, reason).isPresent();
    return Rule.require(listed, RefusalCode.REASON_UNKNOWN);
  }
}
