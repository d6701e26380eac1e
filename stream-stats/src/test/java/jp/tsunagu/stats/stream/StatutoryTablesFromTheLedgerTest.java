package jp.tsunagu.stats.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.ContactRhythm;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.stats.table.GapRegister;
import jp.tsunagu.stats.table.MeetingTable;
import jp.tsunagu.stats.table.ProgrammeTable;
import jp.tsunagu.stats.table.SupportTable;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 第1号 to 第6号, 紹介元, 国分寺市's meetings and 不足した社会資源. */
class StatutoryTablesFromTheLedgerTest {

  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate MARCH = LocalDate.of(2027, 3, 31);
  private static final String AUTUMN = "shien.2026-10-13";

  private final RoughLedger ledger = new RoughLedger();

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void a_case_counts_once_under_each_programme_that_works_for_it() {
    CaseStory story =
        received(1, "hokatsu", "2026-05-01T10:00")
            .sent(1, "hokatsu", "sanka")
            .sent(2, "hokatsu", "chiiki")
            .sent(3, "hokatsu", "outreach")
            .at("2026-05-11T10:00")
            .accepted(3)
            .at("2026-05-08T10:00")
            .accepted(1)
            .accepted(2)
            .coordinationRequested("hokatsu", "desk", false)
            .coordinationAccepted();
    ledger.tell(story, received(2, "hokatsu", "2026-05-01T10:00"));
    assertThat(programmes(2026)).containsExactly(2, 1, 1, 1, 1, 0);
    ledger.tell(story.at("2026-07-01T10:00").planConfirmed("juso.2026-07-01"));
    assertThat(programmes(2026)).containsExactly(2, 1, 1, 1, 1, 1);
    ledger.tell(story.at("2026-06-30T10:00").completed(1).sent(4, "hokatsu", "sanka").accepted(4));
    assertThat(programmes(2026)).containsExactly(2, 1, 1, 1, 1, 1);
  }

  @Test
  void a_plan_that_is_entered_late_counts_in_the_year_in_which_it_was_decided() {
    CaseStory story =
        received(1, "desk", "2025-12-01T10:00")
            .coordinationRequested("desk", "desk", false)
            .coordinationAccepted()
            .at("2026-04-20T10:00")
            .settled(Field.POVERTY)
            .at("2026-03-31T23:00")
            .planConfirmed("juso.2026-03-31");
    ledger.tell(story);
    assertThat(programmes(2025)).containsExactly(0, 0, 0, 0, 1, 1);
    assertThat(programmes(2026)).containsExactly(0, 0, 0, 0, 0, 0);
  }

  @Test
  void a_bare_decision_to_support_is_no_plan() {
    CaseStory story =
        received(1, "desk", "2026-05-01T10:00")
            .coordinationRequested("desk", "desk", false)
            .coordinationAccepted()
            .at("2026-07-01T10:00")
            .supportDecided();
    ledger.tell(story);
    assertThat(programmes(2026)).containsExactly(0, 0, 0, 0, 1, 0);
  }

  @Test
  void supports_beside_a_case_count_where_they_begin_go_on_and_end_and_its_case_once() {
    CaseStory both =
        received(1, "desk", "2026-02-01T10:00")
            .at("2026-03-01T10:00")
            .begunBeside(SideKind.OUTREACH, "desk")
            .at("2026-05-01T10:00")
            .begunBeside(SideKind.PARTICIPATION, "desk")
            .at("2026-06-01T10:00")
            .endedBeside(SideKind.OUTREACH, null, ContactRhythm.MONTHLY)
            .at("2026-07-01T10:00")
            .begunBeside(SideKind.OUTREACH, "desk");
    CaseStory lost =
        received(2, "desk", "2026-05-01T10:00")
            .begunBeside(SideKind.OUTREACH, "hokatsu")
            .at("2026-12-01T10:00")
            .endedBeside(SideKind.OUTREACH, ClosingGround.CONTACT_LOST, null);
    ledger.tell(both, lost);
    assertThat(programmes(2025)).containsExactly(0, 0, 0, 1, 0, 0);
    assertThat(programmes(2026)).containsExactly(0, 1, 0, 2, 0, 0);
    Map<SideKind, SupportTable.Row> kinds = supports(2026, "2027-02-01T10:00");
    assertThat(kinds)
        .containsEntry(SideKind.PARTICIPATION, new SupportTable.Row(1, 0, 0, Map.of(), 0))
        .containsEntry(
            SideKind.OUTREACH,
            new SupportTable.Row(2, 1, 1, Map.of(ClosingGround.CONTACT_LOST, 1), 1));
    assertThat(supports(2027, "2027-02-01T10:00"))
        .as("a year that has not begun")
        .containsEntry(SideKind.OUTREACH, new SupportTable.Row(0, 0, 0, Map.of(), 0));
    assertThat(supports(2027, "2027-04-01T00:00"))
        .containsEntry(SideKind.PARTICIPATION, new SupportTable.Row(0, 1, 0, Map.of(), 0))
        .containsEntry(SideKind.OUTREACH, new SupportTable.Row(0, 1, 0, Map.of(), 0));
  }

  private Map<SideKind, SupportTable.Row> supports(int year, String asOf) {
    return SupportTable.of(ledger.facts(), new FiscalYear(year), CaseStory.tokyo(asOf)).kinds();
  }

  @Test
  void a_report_is_owed_from_its_time_until_it_is_filed() {
    CaseStory story = sat(received(1, "desk", "2026-05-01T10:00"), "juso.2026-06-09");
    ledger.tell(story);
    assertThat(meetings(ConferenceKind.SUPPORT_CONFERENCE).reportsOwed()).isZero();
    ledger.tell(story.at("2026-07-01T09:00").reportOverdue("juso.2026-06-09"));
    assertThat(meetings(ConferenceKind.SUPPORT_CONFERENCE).reportsOwed()).isOne();
    ledger.tell(story.at("2026-07-02T09:00").reported("juso.2026-06-09"));
    assertThat(meetings(ConferenceKind.SUPPORT_CONFERENCE).reportsOwed()).isZero();
  }

  @Test
  void consultations_of_the_window_count_by_who_pointed_there() {
    ledger.tell(
        introduced(1, "desk", "WELFARE_VOLUNTEER"),
        introduced(2, "desk", "WELFARE_VOLUNTEER"),
        introduced(3, "desk", "SCHOOL"),
        received(4, "desk", "2026-05-01T10:00"),
        introduced(5, "hokatsu", "SCHOOL"));
    assertThat(
            ProgrammeTable.of(ledger.facts(), Town.COUNTING, new FiscalYear(2026)).introductions())
        .hasSize(3)
        .hasEntrySatisfying("WELFARE_VOLUNTEER", cases -> assertThat(cases).hasSize(2))
        .hasEntrySatisfying("SCHOOL", cases -> assertThat(cases).hasSize(1))
        .hasEntrySatisfying("NOT_RECORDED", cases -> assertThat(cases).hasSize(1));
  }

  @Test
  void meetings_count_real_and_total_cases_and_each_agency_once_a_meeting() {
    CaseStory twice = sat(sat(received(1, "desk", "2026-05-01T10:00"), "shien.2026-09-08"), AUTUMN);
    CaseStory once =
        received(2, "desk", "2026-05-01T10:00")
            .at("2026-10-13T15:00")
            .held(
                AUTUMN,
                ConferenceKind.SUPPORT_CONFERENCE,
                SessionKind.EXTRA,
                "desk",
                "shogai",
                "hokensho");
    ledger.tell(twice, once);
    ledger.tell(once.at("2026-10-20T10:00").reported(AUTUMN));
    MeetingTable table = meetings(ConferenceKind.SUPPORT_CONFERENCE);
    assertThat(table.meetings())
        .extracting(MeetingTable.Meeting::date, one -> one.cases().size())
        .containsExactly(tuple(LocalDate.of(2026, 9, 8), 1), tuple(LocalDate.of(2026, 10, 13), 2));
    assertThat(table.cases()).hasSize(2);
    assertThat(table.items()).isEqualTo(3);
    assertThat(table.meetings().getLast().reports()).isOne();
    assertThat(table.attendances())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                StatisticsField.ELDERLY, 2,
                StatisticsField.DISABILITY, 2,
                StatisticsField.HEALTH, 1));
    assertThat(meetings(ConferenceKind.PLAN_CONFERENCE).meetings()).isEmpty();
  }

  @Test
  void a_meeting_that_is_entered_late_counts_in_the_year_in_which_it_was_held() {
    CaseStory story =
        received(1, "desk", "2025-05-01T10:00").at("2026-04-20T10:00").settled(Field.POVERTY);
    story
        .at("2026-03-31T15:00")
        .held("juso.2026-03-31", ConferenceKind.PLAN_CONFERENCE, SessionKind.REGULAR, "hokatsu");
    ledger.tell(story);
    assertThat(meetings(ConferenceKind.PLAN_CONFERENCE).meetings()).isEmpty();
    assertThat(
            MeetingTable.of(
                    ledger.facts(),
                    Town.COUNTING,
                    ConferenceKind.PLAN_CONFERENCE,
                    APRIL.minusYears(1),
                    MARCH.minusYears(1))
                .items())
        .isOne();
  }

  @Test
  void missing_resources_stand_in_the_register_in_order_of_time_with_their_case() {
    CaseStory first = received(1, "desk", "2026-05-01T10:00").at("2026-10-13T16:00");
    CaseStory second = received(2, "desk", "2026-05-01T10:00").at("2026-06-09T16:00");
    CaseStory before = received(3, "desk", "2025-05-01T10:00").at("2026-03-31T23:59");
    first.lacking("NIGHT_TRANSPORT").at("2026-07-14T16:00").lacking("SHORT_STAY");
    ledger.tell(first, second.lacking("NIGHT_TRANSPORT"), before.lacking("SHORT_STAY"));
    GapRegister register = GapRegister.of(ledger.facts(), APRIL, MARCH);
    assertThat(register.entries())
        .extracting(
            GapRegister.Entry::recordedOn,
            GapRegister.Entry::resource,
            entry -> Objects.requireNonNull(entry.caseName()).id())
        .containsExactly(
            tuple(LocalDate.of(2026, 6, 9), "NIGHT_TRANSPORT", second.caseId()),
            tuple(LocalDate.of(2026, 7, 14), "SHORT_STAY", first.caseId()),
            tuple(LocalDate.of(2026, 10, 13), "NIGHT_TRANSPORT", first.caseId()));
    assertThat(register.counts())
        .containsExactlyInAnyOrderEntriesOf(Map.of("NIGHT_TRANSPORT", 2L, "SHORT_STAY", 1L));
  }

  private List<Integer> programmes(int year) {
    ProgrammeTable table = ProgrammeTable.of(ledger.facts(), Town.COUNTING, new FiscalYear(year));
    return GrowingCode.known(Programme.class).stream()
        .map(one -> table.programmes().getOrDefault(one, List.of()).size())
        .toList();
  }

  private MeetingTable meetings(ConferenceKind kind) {
    return MeetingTable.of(ledger.facts(), Town.COUNTING, kind, APRIL, MARCH);
  }

  private static CaseStory sat(CaseStory story, String meeting) {
    return story
        .at(meeting.substring(meeting.indexOf('.') + 1) + "T15:00")
        .held(
            meeting,
            ConferenceKind.SUPPORT_CONFERENCE,
            SessionKind.REGULAR,
            "desk",
            "hokatsu",
            "shogai");
  }

  private static CaseStory introduced(long number, String by, String introducer) {
    return new CaseStory(number)
        .at("2026-05-01T10:00")
        .received(by, "chubu", ReceptionKind.NEW, introducer, Field.OTHER);
  }

  private static CaseStory received(long number, String by, String time) {
    return new CaseStory(number).at(time).received(by, "chubu", Field.OTHER);
  }
}
