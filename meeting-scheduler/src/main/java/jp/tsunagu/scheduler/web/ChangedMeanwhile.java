package jp.tsunagu.scheduler.web;

import java.util.Optional;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.meeting.MeetingEvent.ConferenceHeld;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;

/**
 * That a meeting is not any more what a page showed: the second of two people who prepare it is
 * told so. Commands about meetings name no person, so that it is told what was done, when and by
 * whom as far as that is an agency.
 */
final class ChangedMeanwhile {

  private ChangedMeanwhile() {}

  /** In words; empty where it is as it was shown. */
  static Optional<String> words(Reading reading, Meeting meeting, long seen) {
    if (meeting.sequence() <= seen) {
      return Optional.empty();
    }
    String stage = "今は「" + PageStage.of(meeting).label() + "」です。";
    ConferenceHeld held = meeting.held();
    return Optional.of(
        held == null || held.header().sequence() <= seen
            ? "この会議は、この画面を開いたあとに更新されました。" + stage
            : "この会議は、"
                + DateWords.momentNear(held.header().recordedAt(), TokyoTime.dateOf(reading.now()))
                + " に"
                + reading.known().directory().nameOf(held.header().by().actor())
                + "の人が開催と出欠を記録しました。"
                + stage);
  }

  /** The refusal with that. */
  static Problem told(String words, Problem refusal) {
    return CommonProblem.STATE_CHANGED
        .saying(words + refusal.detail() + "送ったものは登録されていません。")
        .fixedBy("今の状態を確かめてから送り直してください。")
        .in(refusal.errors());
  }
}
