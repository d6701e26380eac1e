package jp.tsunagu.scheduler.web;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.meeting.MeetingActedBy;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.contract.wording.MeetingEventWords;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.person.ActingPeople;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;

/**
 * That a meeting is not any more what a page showed: the second of two people who prepare it is
 * told who was first, with what and when; a colleague by her name, anybody else by the agency.
 */
final class ChangedMeanwhile {

  private final ActingPeople people;

  ChangedMeanwhile(ActingPeople people) {
    this.people = people;
  }

  /**
   * In words; empty where it is as it was shown.
   *
   * @param wanted what she sent: who did the same is told before who did something else
   */
  Optional<String> words(Reading reading, Meeting meeting, MeetingForm wanted, long seen) {
    if (meeting.sequence() <= seen) {
      return Optional.empty();
    }
    List<MeetingEvent> since =
        meeting.desk().latest().stream()
            .filter(event -> event.header().sequence() > seen)
            .toList()
            .reversed();
    return Optional.of(
        since.stream()
                .filter(event -> wanted.causes().isInstance(event))
                .findFirst()
                .or(() -> since.stream().findFirst())
                .map(first -> told(reading, first))
                .orElse("この会議は、この画面を開いたあとに更新されました。")
            + "今は「"
            + PageStage.of(meeting).label()
            + "」です。");
  }

  private String told(Reading reading, MeetingEvent first) {
    return "この会議は、"
        + DateWords.momentNear(first.header().recordedAt(), TokyoTime.dateOf(reading.now()))
        + " に"
        + who(reading, first.header().by())
        + "が"
        + MeetingEventWords.done(first).orElse("更新しました。");
  }

  private String who(Reading reading, MeetingActedBy by) {
    AgencyId agency = by.actor();
    return reading.known().directory().nameOf(agency)
        + "の"
        + Acting.actor(reading.caller(), reading.known().directory())
            .filter(agency::equals)
            .flatMap(
                own -> Optional.ofNullable(by.actingPerson()).flatMap(it -> people.nameOf(own, it)))
            .map(name -> name + "さん")
            .orElse("人");
  }

  /** The refusal with that. */
  static Problem told(String words, Problem refusal) {
    return CommonProblem.STATE_CHANGED
        .saying(words + refusal.detail() + "送ったものは登録されていません。")
        .fixedBy("今の状態を確かめてから送り直してください。")
        .in(refusal.errors());
  }
}
