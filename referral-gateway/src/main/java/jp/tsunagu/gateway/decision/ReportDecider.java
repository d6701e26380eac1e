package jp.tsunagu.gateway.decision;

import java.util.List;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.FileMeetingReport;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RemindOfReport;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingReportFiled;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingReportOverdue;

/** Decides about 報告書 of a meeting: one each, and the reminder of a missing one. */
final class ReportDecider {

  private ReportDecider() {}

  static Decision file(ItemAttempt attempt, FileMeetingReport command) {
    return attempt.decide(
        List.of(
            ConferenceRules::actorMustHaveAskedOrCoordinate,
            a -> ConferenceRules.meetingMustBeHeld(a, command.meetingId()),
            ConferenceRules::reportMustBeMissing),
        () ->
            attempt
                .attempt()
                .emit(
                    header ->
                        new MeetingReportFiled(header, command.requestId(), command.meetingId())));
  }

  static Decision remind(ItemAttempt attempt, RemindOfReport command) {
    return attempt.decide(
        List.of(
            a -> ConferenceRules.meetingMustBeHeld(a, command.meetingId()),
            ConferenceRules::reportMustBeMissing),
        () ->
            attempt
                .attempt()
                .emit(
                    header ->
                        new MeetingReportOverdue(
                            header, command.requestId(), command.meetingId())));
  }
}
