package jp.tsunagu.scheduler.web;

import static jp.tsunagu.contract.lifecycle.ConferenceKind.SUPPORT_CONFERENCE;
import static jp.tsunagu.scheduler.meeting.World.HOKATSU;
import static jp.tsunagu.scheduler.meeting.World.SHIEN;
import static jp.tsunagu.scheduler.meeting.World.SHOGAI;
import static jp.tsunagu.scheduler.meeting.World.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.lifecycle.Agreed;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommand.RecordAttendance;
import jp.tsunagu.contract.meeting.MeetingCommand.SettleItem;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeIssued;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.scheduler.delivery.NoticePapers;
import jp.tsunagu.scheduler.meeting.City;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.World;
import jp.tsunagu.scheduler.paper.NoticePaper;
import jp.tsunagu.scheduler.paper.rendering.Papers;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was issued is issued: whatever is decided, renamed or moved later. */
class IssuedPapersSayTheSameForEverTest {
  private final World world = World.from("2026-09-01T09:00");

  private ItemRef publishedInSeptember() {
    ItemRef item = world.request(SUPPORT_CONFERENCE, "2026-09-08T16:40");
    world.appoint(item, HOKATSU);
    world.at("2026-09-08T17:15");
    world.at("2026-09-29T08:30");
    return item;
  }

  private Meeting october() {
    return world.meeting(SHIEN, "2026-10-13");
  }

  private String agenda(@Nullable Integer revision, String printedAt) {
    return new AgendaPapers(
            new Reading(
                new Caller.Desk(),
                world.known(),
                City.of(world.known().directory()).orElseThrow(),
                world.meetings,
                time(printedAt)))
        .agenda(october(), revision)
        .map(Papers::html)
        .orElseThrow();
  }

  private void heldDecidedAndRenamed(ItemRef item) {
    world.at("2026-10-13T17:00");
    world.tell(
        header -> new RecordAttendance(header, october().id(), time("2026-10-13T15:00"), List.of()),
        SHIEN);
    world.tell(
        header ->
            new SettleItem(
                header,
                october().id(),
                item,
                ItemOutcome.SUPPORT_POLICY_SET,
                new Agreed(List.of(), List.of()),
                null,
                List.of()),
        SHIEN);
    world.directorySays(
        new Agency(
            HOKATSU,
            "新しい名前のセンター",
            AgencyKind.COMMUNITY_SUPPORT,
            StatisticsField.ELDERLY,
            Participation.CONNECTOR,
            Set.of(),
            true,
            null));
    world.at("2026-12-01T10:00");
  }

  @Test
  void an_agenda_printed_two_months_later_bears_the_day_it_was_issued_and_no_later_decision() {
    ItemRef item = publishedInSeptember();
    String first = agenda(1, "2026-09-29T09:00");
    assertThat(first).contains("第1版 令和8年(2026年)9月29日(火)発行・令和8年(2026年)9月29日(火)印刷");
    heldDecidedAndRenamed(item);
    String later = agenda(1, "2026-12-01T10:00");
    assertThat(later)
        .contains("第1版 令和8年(2026年)9月29日(火)発行・令和8年(2026年)12月1日(火)印刷")
        .doesNotContain("前回の決定", "新しい名前");
    assertThat(later.replace("12月1日(火)印刷", "9月29日(火)印刷")).isEqualTo(first);
  }

  @Test
  void a_revision_keeps_its_paper_when_there_is_a_newer_one() {
    ItemRef item = publishedInSeptember();
    String first = agenda(1, "2026-09-29T09:00");
    world.at("2026-10-01T10:00");
    world.appoint(item, SHOGAI);
    world.at("2026-10-01T10:01");
    assertThat(october().revision()).isEqualTo(2);
    assertThat(agenda(1, "2026-09-29T09:00")).isEqualTo(first);
    assertThat(agenda(null, "2026-10-02T09:00")).contains("第2版 令和8年(2026年)10月1日(木)発行");
  }

  @Test
  void what_comes_too_late_does_not_change_the_paper_that_is_out() {
    publishedInSeptember();
    String first = agenda(1, "2026-09-29T09:00");
    world.request(SUPPORT_CONFERENCE, "2026-10-01T10:00");
    world.at("2026-10-01T10:01");
    assertThat(october().agenda().carried()).hasSize(1);
    assertThat(agenda(1, "2026-09-29T09:00")).isEqualTo(first);
  }

  @Test
  void a_notice_names_its_addressee_as_on_the_day_it_was_issued() {
    ItemRef item = publishedInSeptember();
    NoticePaper before = notice();
    heldDecidedAndRenamed(item);
    assertThat(notice()).isEqualTo(before);
  }

  private NoticePaper notice() {
    NoticeIssued invitation =
        october().notices().values().stream()
            .map(each -> each.notice())
            .filter(notice -> notice.addressee().equals(HOKATSU))
            .findFirst()
            .orElseThrow();
    return new NoticePapers(world.known()).of(october(), invitation);
  }

  @Test
  void a_draft_says_that_it_is_one_and_who_would_not_be_invited() {
    world.request(SUPPORT_CONFERENCE, "2026-09-08T16:40");
    world.at("2026-09-08T17:15");
    assertThat(agenda(null, "2026-09-10T09:00"))
        .contains("案(未発行)", "構成員でないため招かない機関", HOKATSU.value())
        .doesNotContain("第1版");
  }
}
