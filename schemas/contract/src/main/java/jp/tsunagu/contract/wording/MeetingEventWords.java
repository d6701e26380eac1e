package jp.tsunagu.contract.wording;

import java.util.Optional;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.meeting.UnknownMeetingEvent;

/** What a person did in a meeting, as it is told to another who prepares the same one. */
public final class MeetingEventWords {

  private MeetingEventWords() {}

  /** As the end of a sentence about who did it; empty for what follows by itself. */
  public static Optional<String> done(MeetingEvent event) {
    return Optional.ofNullable(
        switch (event) {
          case MeetingEvent.MeetingCalled _ -> "会議を開くことにしました。";
          case MeetingEvent.DatesProposed _ -> "候補日時を出しました。";
          case MeetingEvent.StartChosen _ -> "日時を決めました。";
          case MeetingEvent.ClosingChosen _ -> "受付の締切を決めました。";
          case MeetingEvent.MeetingMoved _ -> "日時を変えました。";
          case MeetingEvent.MeetingCancelled _ -> "中止しました。";
          case MeetingEvent.RequestAdmitted _ -> "締切後の相談を入れました。";
          case MeetingEvent.RequestPlaced _ -> "議題の順番を変えました。";
          case MeetingEvent.RequestTakenOff _ -> "議題を外しました。";
          case MeetingEvent.MembersNamed _ -> "委嘱を求めました。";
          case MeetingEvent.NoticeDelivered _ -> "通知を郵送したことを記録しました。";
          case MeetingEvent.NoticeRequeued _ -> "通知をもう一度送ることにしました。";
          case MeetingEvent.ConferenceHeld _ -> "開催と出欠を記録しました。";
          case MeetingEvent.ItemSettled _ -> "決定を記録しました。";
          case MeetingEvent.MinutesCompleted _ -> "会議録の完成を記録しました。";
          case MeetingEvent.AgendaDrafted _,
              MeetingEvent.AgendaIssued _,
              MeetingEvent.NothingAsked _,
              MeetingEvent.RequestsCarried _,
              MeetingEvent.NoticeIssued _,
              MeetingEvent.NoticeUndeliverable _,
              MeetingEvent.ReportReminded _,
              UnknownMeetingEvent _ ->
              null;
        });
  }
}
