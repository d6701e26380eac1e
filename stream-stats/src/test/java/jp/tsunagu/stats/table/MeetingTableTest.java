package jp.tsunagu.stats.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.table.CountingRules.FieldsCounted;
import jp.tsunagu.stats.table.CountingRules.ReopenedAs;
import jp.tsunagu.stats.table.MeetingTable.Meeting;
import jp.tsunagu.stats.testing.CaseStory;
import org.junit.jupiter.api.Test;

class MeetingTableTest {
  private static final LocalDate APRIL = LocalDate.of(2023, 4, 1);
  private static final LocalDate DECEMBER = LocalDate.of(2023, 12, 31);

  /** 4–12月 2023: 支援会議 7件(10件), 重層的支援会議 1件(3件); which case sat when is ours to fill in. */
  @Test
  void the_meetings_of_kokubunji_come_out_with_real_and_total_cases() throws IOException {
    List<CaseFacts> facts = theirMeetings();
    MeetingTable support = table(facts, ConferenceKind.SUPPORT_CONFERENCE);
    assertThat(support.meetings()).hasSize(8);
    assertThat(support.cases()).hasSize(7);
    assertThat(support.items()).isEqualTo(10);
    MeetingTable plan = table(facts, ConferenceKind.PLAN_CONFERENCE);
    assertThat(plan.meetings())
        .extracting(Meeting::date)
        .containsExactly(
            LocalDate.of(2023, 5, 9), LocalDate.of(2023, 6, 13), LocalDate.of(2023, 10, 10));
    assertThat(plan.cases()).hasSize(1);
    assertThat(plan.items()).isEqualTo(3);
  }

  @Test
  void an_extra_meeting_is_what_was_recorded_and_not_what_the_day_says() throws IOException {
    MeetingTable support = table(theirMeetings(), ConferenceKind.SUPPORT_CONFERENCE);
    assertThat(support.meetings())
        .filteredOn(meeting -> meeting.date().equals(LocalDate.of(2023, 10, 10)))
        .extracting(Meeting::session)
        .containsExactly(SessionKind.EXTRA);
    assertThat(support.meetings())
        .filteredOn(meeting -> meeting.session() == SessionKind.REGULAR)
        .hasSize(4);
  }

  @Test
  void agencies_count_once_a_meeting_under_their_field_and_the_organiser_only_if_wished() {
    CaseStory one = meetingOf(1, "hokatsu", "hokensho", "desk");
    CaseStory other = meetingOf(2, "hokatsu", "shogai");
    List<CaseFacts> facts = List.of(one.facts(), other.facts());
    assertThat(table(facts, ConferenceKind.SUPPORT_CONFERENCE).attendances())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                StatisticsField.ELDERLY, 1,
                StatisticsField.HEALTH, 1,
                StatisticsField.DISABILITY, 1));
  }

  private static CaseStory meetingOf(long number, String... attended) {
    return new CaseStory(number)
        .at("2023-07-11T15:00")
        .received("desk", "chubu", Field.OTHER)
        .held("shien.2023-07-11", ConferenceKind.SUPPORT_CONFERENCE, SessionKind.REGULAR, attended);
  }

  private static MeetingTable table(List<CaseFacts> facts, ConferenceKind kind) {
    CountingRules rules =
        new CountingRules(
            Set.of(),
            FieldsCounted.AT_RECEPTION,
            ReopenedAs.REOPENED,
            Set.of(),
            Map.of(),
            Map.of(
                new AgencyId("hokatsu"), StatisticsField.ELDERLY,
                new AgencyId("shogai"), StatisticsField.DISABILITY,
                new AgencyId("hokensho"), StatisticsField.HEALTH,
                new AgencyId("desk"), StatisticsField.OTHER),
            Set.of(new AgencyId("desk")));
    return MeetingTable.of(facts, rules, kind, APRIL, DECEMBER);
  }

  /** Ten items for seven cases in eight support conferences; one case in all plan conferences. */
  private static List<CaseFacts> theirMeetings() throws IOException {
    List<CaseStory> cases = new ArrayList<>();
    for (long number = 1; number <= 8; number++) {
      cases.add(
          new CaseStory(number).at("2023-04-03T09:00").received("desk", "higashi", Field.OTHER));
    }
    int support = 0;
    for (String line : lines()) {
      List<String> cells = List.of(line.split(","));
      SessionKind session = cells.get(2).equals("定例") ? SessionKind.REGULAR : SessionKind.EXTRA;
      if (cells.get(1).equals("支援会議")) {
        String meeting = "shien." + cells.get(0);
        sit(
            cases.get(support % 7),
            cells.get(0),
            meeting,
            ConferenceKind.SUPPORT_CONFERENCE,
            session);
        if (support < 2) {
          sit(
              cases.get(support + 3),
              cells.get(0),
              meeting,
              ConferenceKind.SUPPORT_CONFERENCE,
              session);
        }
        support++;
      } else {
        sit(
            cases.get(7),
            cells.get(0),
            "juso." + cells.get(0),
            ConferenceKind.PLAN_CONFERENCE,
            session);
      }
    }
    return cases.stream().map(CaseStory::facts).toList();
  }

  private static void sit(
      CaseStory story, String day, String meeting, ConferenceKind kind, SessionKind session) {
    story.at(day + "T15:00").held(meeting, kind, session, "hokatsu");
  }

  private static List<String> lines() throws IOException {
    try (InputStream file =
        MeetingTableTest.class.getResourceAsStream("/kokubunji-fy2023-meetings.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }
}
