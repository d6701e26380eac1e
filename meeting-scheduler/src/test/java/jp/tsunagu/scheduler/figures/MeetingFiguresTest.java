package jp.tsunagu.scheduler.figures;

import static jp.tsunagu.contract.lifecycle.ConferenceKind.PLAN_CONFERENCE;
import static jp.tsunagu.contract.lifecycle.ConferenceKind.SUPPORT_CONFERENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.SessionKind;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingFiguresTest {

  private static final FiscalYear REIWA_8 = new FiscalYear(2026);
  private static final Map<AgencyId, StatisticsField> FIELDS =
      Map.of(
          new AgencyId("hokatsu-higashi"), StatisticsField.ELDERLY,
          new AgencyId("shogai-kikan"), StatisticsField.DISABILITY,
          new AgencyId("hokensho"), StatisticsField.HEALTH);

  /** First scenario: 10/13 支援会議, 12/8 重層的支援会議, 6/8 of the year after. */
  private static final List<HeldItem> FIRST_SCENARIO =
      List.of(
          held(
              "shien-kaigi.2026-10-13",
              1,
              SUPPORT_CONFERENCE,
              "2026-10-13",
              SessionKind.REGULAR,
              "desk",
              "desk",
              "hokatsu-higashi",
              "shakyo",
              "shogai-kikan",
              "hokensho"),
          held(
              "juso-kaigi.2026-12-08",
              1,
              PLAN_CONFERENCE,
              "2026-12-08",
              SessionKind.REGULAR,
              "shakyo",
              "shakyo",
              "shogai-kikan"),
          held(
              "juso-kaigi.2027-06-08",
              1,
              PLAN_CONFERENCE,
              "2027-06-08",
              SessionKind.REGULAR,
              "shakyo",
              "shakyo"));

  @Test
  void the_first_scenario_counts_once_in_each_kind_and_year() {
    MeetingFigures year = MeetingFigures.of(REIWA_8, FIRST_SCENARIO, rules(false));

    assertThat(year.of(SUPPORT_CONFERENCE).casesLabel()).isEqualTo("1件(1件)");
    assertThat(year.of(SUPPORT_CONFERENCE).meetings()).containsEntry(SessionKind.REGULAR, 1);
    assertThat(year.of(PLAN_CONFERENCE).casesLabel()).isEqualTo("1件(1件)");
    assertThat(
            MeetingFigures.of(REIWA_8.next(), FIRST_SCENARIO, rules(false))
                .of(PLAN_CONFERENCE)
                .casesLabel())
        .isEqualTo("1件(1件)");
  }

  @Test
  void participants_count_by_field_without_the_organiser() {
    assertThat(
            MeetingFigures.of(REIWA_8, FIRST_SCENARIO, rules(false))
                .of(SUPPORT_CONFERENCE)
                .participants())
        .isEqualTo(participants(1, 0, 1, 1, 0, 1));
  }

  @Test
  void participants_count_by_field_with_the_organiser_where_the_city_says_so() {
    assertThat(
            MeetingFigures.of(REIWA_8, FIRST_SCENARIO, rules(true))
                .of(SUPPORT_CONFERENCE)
                .participants())
        .isEqualTo(participants(1, 0, 1, 1, 0, 2));
  }

  @Test
  void a_city_may_leave_an_agency_out_or_count_it_under_another_field() {
    ParticipantRules withoutShakyo =
        new ParticipantRules(false, Set.of(new AgencyId("shakyo")), FIELDS);
    ParticipantRules shakyoUnderPoverty =
        new ParticipantRules(
            false, Set.of(), Map.of(new AgencyId("shakyo"), StatisticsField.POVERTY));

    assertThat(
            MeetingFigures.of(REIWA_8, FIRST_SCENARIO, withoutShakyo)
                .of(SUPPORT_CONFERENCE)
                .participants())
        .isEqualTo(participants(1, 0, 1, 1, 0, 0));
    assertThat(
            MeetingFigures.of(REIWA_8, FIRST_SCENARIO, shakyoUnderPoverty)
                .of(SUPPORT_CONFERENCE)
                .participants())
        .isEqualTo(participants(0, 1, 0, 0, 0, 3));
  }

  /** Third scenario: one 支援会議, two 重層的支援会議, called per case and not 臨時. */
  @Test
  void meetings_called_per_case_are_counted_as_such() {
    List<HeldItem> facts =
        List.of(
            perCase("shien-jian.2026-07-09.1", SUPPORT_CONFERENCE, "2026-07-09"),
            perCase("juso-jian.2026-08-07.1", PLAN_CONFERENCE, "2026-08-07"),
            perCase("juso-jian.2026-09-30.1", PLAN_CONFERENCE, "2026-09-30"));
    MeetingFigures year = MeetingFigures.of(REIWA_8, facts, rules(false));

    assertThat(year.of(SUPPORT_CONFERENCE).casesLabel()).isEqualTo("1件(1件)");
    assertThat(year.of(PLAN_CONFERENCE).casesLabel()).isEqualTo("1件(2件)");
    assertThat(year.of(PLAN_CONFERENCE).meetings())
        .containsEntry(SessionKind.PER_CASE, 2)
        .containsEntry(SessionKind.EXTRA, 0);
    assertThat(year.of(PLAN_CONFERENCE).held()).isEqualTo(2);
  }

  @Test
  void an_agency_counts_once_in_a_meeting_however_many_items_it_sat_through() {
    List<HeldItem> facts =
        List.of(
            held(
                "shien-kaigi.2026-10-13",
                1,
                SUPPORT_CONFERENCE,
                "2026-10-13",
                SessionKind.REGULAR,
                "desk",
                "hokensho"),
            held(
                "shien-kaigi.2026-10-13",
                2,
                SUPPORT_CONFERENCE,
                "2026-10-13",
                SessionKind.REGULAR,
                "desk",
                "hokensho",
                "shogai-kikan"));
    ConferenceFigures figures =
        MeetingFigures.of(REIWA_8, facts, rules(false)).of(SUPPORT_CONFERENCE);

    assertThat(figures.casesLabel()).isEqualTo("2件(2件)");
    assertThat(figures.held()).isEqualTo(1);
    assertThat(figures.participants()).isEqualTo(participants(1, 0, 1, 0, 0, 0));
  }

  @Test
  void the_same_facts_in_another_order_or_said_twice_give_the_same_figures() {
    MeetingFigures once = MeetingFigures.of(REIWA_8, FIRST_SCENARIO, rules(true));
    List<HeldItem> twice = new ArrayList<>(FIRST_SCENARIO);
    twice.addAll(FIRST_SCENARIO);
    Collections.shuffle(twice, new Random(1));

    assertThat(MeetingFigures.of(REIWA_8, twice, rules(true))).isEqualTo(once);
  }

  @Test
  void the_last_evening_of_March_belongs_to_the_old_year_in_Tokyo() {
    Instant lastEvening = Instant.parse("2027-03-31T14:59:59Z");
    HeldItem held =
        new HeldItem(
            new MeetingId("shien-kaigi.2027-03-31.1"),
            caseOf(1),
            SUPPORT_CONFERENCE,
            lastEvening,
            SessionKind.EXTRA,
            new AgencyId("desk"),
            Set.of());

    assertThat(MeetingFigures.of(REIWA_8, List.of(held), rules(false)).of(SUPPORT_CONFERENCE))
        .extracting(ConferenceFigures::hearings)
        .isEqualTo(1);
  }

  private static ParticipantRules rules(boolean countsOrganiser) {
    return new ParticipantRules(countsOrganiser, Set.of(), FIELDS);
  }

  private static Map<StatisticsField, Integer> participants(Integer... counts) {
    return Stream.of(StatisticsField.values())
        .collect(Collectors.toMap(field -> field, field -> counts[field.ordinal()]));
  }

  private static HeldItem perCase(String meeting, ConferenceKind kind, String day) {
    return held(meeting, 3, kind, day, SessionKind.PER_CASE, "kankyo", "kankyo", "shakyo");
  }

  private static HeldItem held(
      String meeting,
      long number,
      ConferenceKind kind,
      String day,
      SessionKind session,
      String organiser,
      String... attended) {
    return new HeldItem(
        new MeetingId(meeting),
        caseOf(number),
        kind,
        TokyoTime.at(LocalDate.parse(day), LocalTime.of(15, 0)),
        session,
        new AgencyId(organiser),
        Arrays.stream(attended).map(AgencyId::new).collect(Collectors.toSet()));
  }

  private static CaseId caseOf(long number) {
    return new CaseId(new UUID(0x0180_0000_0000_7000L, number));
  }
}
