package jp.tsunagu.compose.scenario;

import static jp.tsunagu.compose.scenario.ScenarioCity.types;
import static jp.tsunagu.stats.figure.Measure.COORDINATION_CLOSED;
import static jp.tsunagu.stats.figure.Measure.COORDINATION_OPENED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.tsunagu.compose.client.Reply;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingReportFiled;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingReportOverdue;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.TimeKind;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * シナリオ3 ごみ屋敷・同意なし, in a city that calls a meeting for each case (江戸川区). The whole story runs once;
 * every line of 見えなければならないもの, 見えてはならないもの and 数字 is a test of its own.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OneHouseFullOfThingsTest {
  private static final String KANKYO = "kankyo";
  private static final String KOREI = "korei";
  private static final String NOZEI = "nozei";
  private static final String HIGASHI = "hokatsu-higashi";
  private static final String SHAKYO = "shakyo";
  private static final String HOKENSHO = "hokensho";
  private static final String SHOBO = "shobo";
  private static final String MINSEI = "minsei-higashi3";
  private static final String SHIMBUN = "shimbun-higashi";
  private static final String DESK = "desk";

  private static final List<String> CANARIES =
      List.of("久保寺", "東町九丁目1番15号", "小松原", "38万円", "猫12匹", "玄関先で転倒");

  private ScenarioCity city;
  private String caseId;
  private Reply refused;
  private JsonNode inboxOfHigashiBefore;
  private String requestId;
  private String meetingId;
  private String papersOfNozei;
  private String emergency;
  private Reply notEligible;
  private String consentId;
  private String planRequest;
  private String planMeeting;
  private String supportOfShakyo;
  private LedgerFigures figures;

  @BeforeAll
  void the_story() throws Exception {
    city = ScenarioCity.opened("edogawa", "2026-06-22T09:40");
    steps_1_to_3_a_department_receives_and_asks_advice_without_a_name();
    steps_4_to_7_it_applies_for_a_support_conference();
    steps_8_to_10_the_conference_and_its_report();
    step_11_an_emergency_on_a_saturday();
    steps_12_to_14_partial_consent_another_coordinator_and_a_plan();
    steps_15_and_16_consent_is_withdrawn_for_one_and_coordination_ends();
    figures = LedgerFigures.of(city.machine(), caseId);
  }

  @AfterAll
  void end() {
    city.close();
  }

  private void steps_1_to_3_a_department_receives_and_asks_advice_without_a_name() {
    caseId =
        city.does(
                KANKYO,
                "/consultations",
                """
                {"consultation": {"fields": ["その他"], "area": "higashi", "urgency": "通常",
                 "reception": "新規", "persons": 1, "introducedBy": "NEIGHBOUR"}}
                """)
            .text("caseId");
    city.does(KANKYO, onCase("/coordination"), "{\"coordinator\": \"kankyo\"}");
    city.does(KANKYO, onCase("/coordination/accept"), "{}");
    inboxOfHigashiBefore = city.asks(HIGASHI, "/inbox").body();
    city.at("2026-06-22T11:00");
    refused = city.tries(KANKYO, "/referrals", sending(HIGASHI, "協働", "通常", kubodera("本人の同意", "")));
    var advice =
        city.at("2026-06-22T11:15")
            .does(
                KANKYO,
                "/referrals",
                """
                {"caseId": "%s", "receiver": "shakyo", "mode": "助言", "urgency": "通常",
                 "note": "71歳男性、単身、堆積物と動物多数。進め方の助言をください。", "noteNamesNoOne": true}
                """
                    .formatted(caseId))
            .text("referralId");
    city.sees(SHAKYO, "/referrals/" + advice, body -> stage(body).equals("ARRIVED"));
    city.at("2026-06-23T10:00")
        .does(
            SHAKYO,
            "/referrals/" + advice + "/complete",
            "{\"outcome\": \"ANSWERED\", \"note\": \"申出を勧める。保健所の関与歴の確認を。\",\"noteNamesNoOne\": true}");
  }

  private void steps_4_to_7_it_applies_for_a_support_conference() {
    requestId =
        city.at("2026-06-24T10:00")
            .does(
                KANKYO,
                onCase("/meeting-requests"),
                """
                {"conference": "支援会議", "purpose": "新規", "minutes": 60, "persons": [1],
                 "body": "shien-kaigi"}
                """)
            .text("requestId");
    city.at("2026-06-26T10:00")
        .does(
            DESK,
            onCase("/coordination/screening"),
            "{\"route\": \"支援会議\", \"reason\": \"PREVENTIVE\"}");
    city.at("2026-06-29T10:00");
    meetingId =
        city.commands(
                DESK,
                "/api/meetings",
                """
                {"body": "shien-kaigi", "session": "PER_CASE", "minutes": 60,
                 "candidates": ["2026-07-06T10:00:00+09:00", "2026-07-09T14:00:00+09:00"],
                 "items": [{"caseId": "%s", "requestId": "%s"}]}
                """
                    .formatted(caseId, requestId))
            .text("meetingId");
    city.at("2026-07-01T10:00");
    for (var member : List.of(HIGASHI, SHAKYO, HOKENSHO, NOZEI, SHOBO, MINSEI, SHIMBUN)) {
      city.does(KANKYO, onCase("/coordination/members"), "{\"member\": \"" + member + "\"}");
    }
    city.commands(
        DESK,
        "/api/meetings/" + meetingId + "/start",
        "{\"startsAt\": \"2026-07-09T14:00:00+09:00\"}");
    notice(SHOBO, meetingId, "ANNOUNCED");
    papersOfNozei =
        city.at("2026-07-06T10:00")
            .does(
                KANKYO,
                "/referrals",
                sending(NOZEI, "助言", "通常", kubodera("支援会議", ", \"debt\": \"滞納 38万円\"")))
            .text("referralId");
  }

  private void steps_8_to_10_the_conference_and_its_report() {
    city.at("2026-07-09T14:00");
    var meeting = "/api/meetings/" + meetingId;
    city.commands(
        DESK,
        meeting + "/attendance",
        """
        {"heldAt": "2026-07-09T14:00:00+09:00", "attendees": [
          {"agency": "kankyo", "presence": "ATTENDED"},
          {"agency": "hokatsu-higashi", "presence": "ATTENDED"},
          {"agency": "shakyo", "presence": "ATTENDED"},
          {"agency": "hokensho", "presence": "ATTENDED"},
          {"agency": "nozei", "presence": "ATTENDED"},
          {"agency": "shobo", "presence": "ATTENDED"},
          {"agency": "minsei-higashi3", "presence": "ATTENDED"},
          {"agency": "shimbun-higashi", "presence": "ATTENDED"}]}
        """);
    city.commands(
        DESK,
        meeting + "/decisions",
        """
        {"caseId": "%s", "requestId": "%s", "outcome": "SUPPORT_POLICY_SET",
         "roles": [{"agency": "hokatsu-higashi", "role": "CARE_SUPPORT"},
           {"agency": "shakyo", "role": "TRUST_BUILDING"},
           {"agency": "hokensho", "role": "HEAT_STROKE"},
           {"agency": "shobo", "role": "FIRE_PREVENTION"},
           {"agency": "minsei-higashi3", "role": "WATCH"},
           {"agency": "shimbun-higashi", "role": "WATCH"}],
         "leads": [{"agency": "hokatsu-higashi"}],
         "monitoring": {"from": "2026-07-09", "until": "2026-08-31"}}
        """
            .formatted(caseId, requestId));
    city.timeline(KANKYO, caseId, events -> types(events).contains("MemberReleased"));
    city.at("2026-07-16T10:00").does(NOZEI, onCase("/stops/1/answer"), "{\"answer\": \"停止\"}");
    city.does(KANKYO, onCase("/meeting-requests/" + requestId + "/reports"), "{}");
  }

  private void step_11_an_emergency_on_a_saturday() {
    emergency =
        city.at("2026-07-18T07:30")
            .does(
                HIGASHI,
                "/referrals",
                """
                {"caseId": "%s", "receiver": "hokensho", "mode": "協働", "urgency": "緊急",
                 "phonedAt": "2026-07-18T07:25:00+09:00", "occurredAt": "2026-07-18T07:30:00+09:00",
                 "persons": [{"person": 1, "name": "久保寺 昭三", "health": "玄関先で転倒",
                   "basis": "法令", "statute": "LIFE_AND_BODY"}]}
                """
                    .formatted(caseId))
            .text("referralId");
    city.at("2026-07-21T09:00")
        .does(
            HOKENSHO,
            "/referrals/" + emergency + "/accept",
            "{\"occurredAt\": \"2026-07-18T09:00:00+09:00\"}");
  }

  private void steps_12_to_14_partial_consent_another_coordinator_and_a_plan() {
    consentId =
        city.at("2026-07-27T14:00")
            .does(
                HIGASHI,
                onCase("/consents"),
                """
                {"person": 1, "purpose": "多機関協働", "method": "書面", "givenOn": "2026-07-27",
                 "scope": ["氏名・生年月日", "病気・医療", "介護"],
                 "recipients": ["hokatsu-higashi", "korei", "hokensho", "shakyo", "byoin"]}
                """)
            .text("consentId");
    city.at("2026-08-03T10:00");
    notEligible =
        city.tries(
            KANKYO, onCase("/coordination/coordinator"), "{\"coordinator\": \"hokatsu-higashi\"}");
    city.does(KANKYO, onCase("/coordination/coordinator"), "{\"coordinator\": \"korei\"}");
    planRequest =
        city.at("2026-08-04T10:00")
            .does(
                KOREI,
                onCase("/meeting-requests"),
                """
                {"conference": "重層的支援会議", "purpose": "プラン協議", "minutes": 60, "persons": [1],
                 "body": "juso-kaigi", "involved": ["hokatsu-higashi", "byoin", "hokensho", "shakyo"]}
                """)
            .text("requestId");
    planMeeting =
        city.commands(
                KOREI,
                "/api/meetings",
                """
                {"body": "juso-kaigi", "session": "PER_CASE", "minutes": 60,
                 "startsAt": "2026-08-07T14:00:00+09:00",
                 "items": [{"caseId": "%s", "requestId": "%s"}]}
                """
                    .formatted(caseId, planRequest))
            .text("meetingId");
    notice("byoin", planMeeting, "ANNOUNCED");
    city.at("2026-08-07T14:00");
    holds(
        planMeeting,
        "2026-08-07T14:00:00+09:00",
        ", {\"agency\": \"shakyo\", \"presence\": \"ATTENDED\"}");
    city.commands(
        KOREI,
        "/api/meetings/" + planMeeting + "/decisions",
        """
        {"caseId": "%s", "requestId": "%s", "outcome": "PLAN_CONFIRMED",
         "roles": [{"agency": "hokatsu-higashi", "role": "CARE_SUPPORT"}],
         "leads": [{"agency": "hokatsu-higashi"}],
         "monitoring": {"from": "2026-08-07", "until": "2026-09-30"}}
        """
            .formatted(caseId, planRequest));
  }

  private void holds(String meeting, String heldAt, String more) {
    city.commands(
        KOREI,
        "/api/meetings/" + meeting + "/attendance",
        """
        {"heldAt": "%s", "attendees": [
          {"agency": "korei", "presence": "ATTENDED"},
          {"agency": "hokatsu-higashi", "presence": "ATTENDED"},
          {"agency": "byoin", "presence": "ATTENDED"},
          {"agency": "hokensho", "presence": "ATTENDED"}%s]}
        """
            .formatted(heldAt, more));
  }

  private void steps_15_and_16_consent_is_withdrawn_for_one_and_coordination_ends() {
    supportOfShakyo =
        city.at("2026-08-10T10:00")
            .does(KOREI, "/referrals", sending(SHAKYO, "協働", "通常", kubodera("本人の同意", "")))
            .text("referralId");
    city.sees(SHAKYO, "/referrals/" + supportOfShakyo, body -> stage(body).equals("ARRIVED"));
    city.does(SHAKYO, "/referrals/" + supportOfShakyo + "/accept", "{}");
    city.at("2026-08-28T15:00")
        .does(
            HIGASHI,
            onCase("/consents/" + consentId + "/withdraw"),
            "{\"recipients\": [\"shakyo\"]}");
    city.sees(SHAKYO, "/referrals/" + supportOfShakyo, body -> body.toString().contains("LOCKED"));
    city.at("2026-08-31T09:20")
        .does(SHAKYO, onCase("/stops/1/answer"), "{\"answer\": \"法定保存のため利用停止\"}");
    city.does(
        SHAKYO,
        "/referrals/" + supportOfShakyo + "/complete",
        "{\"outcome\": \"PERSON_DECLINED\"}");
    var closingItem =
        city.at("2026-09-15T10:00")
            .does(
                KOREI,
                onCase("/meeting-requests"),
                """
                {"conference": "重層的支援会議", "purpose": "終結時評価", "minutes": 60, "persons": [1],
                 "body": "juso-kaigi", "involved": ["hokatsu-higashi", "byoin", "hokensho"]}
                """)
            .text("requestId");
    var closing =
        city.commands(
                KOREI,
                "/api/meetings",
                """
                {"body": "juso-kaigi", "session": "PER_CASE", "minutes": 60,
                 "startsAt": "2026-09-30T14:00:00+09:00",
                 "items": [{"caseId": "%s", "requestId": "%s"}]}
                """
                    .formatted(caseId, closingItem))
            .text("meetingId");
    city.at("2026-09-30T14:00");
    holds(closing, "2026-09-30T14:00:00+09:00", "");
    city.commands(
        KOREI,
        "/api/meetings/" + closing + "/decisions",
        """
        {"caseId": "%s", "requestId": "%s", "outcome": "COORDINATION_ENDS",
         "leads": [{"agency": "hokatsu-higashi"}]}
        """
            .formatted(caseId, closingItem));
    city.timeline(KOREI, caseId, events -> types(events).contains("CoordinationClosed"));
    city.at("2026-10-02T10:00").does(HIGASHI, onCase("/coordination/results"), "{\"person\": 1}");
  }

  private String onCase(String path) {
    return "/cases/" + caseId + path;
  }

  private String sending(String receiver, String mode, String urgency, String person) {
    return """
    {"caseId": "%s", "receiver": "%s", "mode": "%s", "urgency": "%s", "persons": [%s]}
    """
        .formatted(caseId, receiver, mode, urgency, person);
  }

  private static String kubodera(String basis, String more) {
    return """
    {"person": 1, "name": "久保寺 昭三", "birthDate": "昭和30年3月3日", "basis": "%s"%s}
    """
        .formatted(basis, more);
  }

  private JsonNode notice(String agency, String meeting, String standing) {
    Predicate<JsonNode> wanted =
        notice ->
            notice.path("meetingId").asString("").equals(meeting)
                && notice.path("standing").path("state").path("code").asString("").equals(standing);
    var seen =
        city.sees(
            agency, "/meetings?caseId=" + caseId, body -> notices(body).stream().anyMatch(wanted));
    return notices(seen.body()).stream().filter(wanted).findFirst().orElseThrow();
  }

  private static List<JsonNode> notices(JsonNode body) {
    return StreamSupport.stream(body.path("meetings").spliterator(), false).toList();
  }

  private static String stage(JsonNode referral) {
    return referral.path("stage").path("code").asString("");
  }

  @Test
  void V1_the_refusal_shows_three_ways_out_and_later_that_another_department_took_over() {
    assertThat(refused.text("code")).isEqualTo("NO_BASIS_FOR_PERSON");
    assertThat(refused.body().path("refused").path("nextSteps").toString())
        .contains("ASK_WITHOUT_NAMES", "PREPARE_SUPPORT_CONFERENCE", "CHOOSE_LAWFUL_BASIS");
    assertThat(types(city.timeline(KANKYO, caseId, events -> true))).contains("CoordinatorChanged");
    assertThat(notEligible.text("code")).isEqualTo("COORDINATOR_NOT_ELIGIBLE");
  }

  @Test
  void V4_the_emergency_shows_real_time_and_time_of_entry() {
    var accepted =
        city.timeline(HIGASHI, caseId, events -> true).stream()
            .filter(
                event -> event.path("type").path("code").asString("").equals("ReferralAccepted"))
            .filter(event -> event.path("referralId").asString("").equals(emergency))
            .findFirst()
            .orElseThrow();
    assertThat(Instant.parse(accepted.path("occurredAt").asString("")))
        .isEqualTo(ScenarioCity.tokyo("2026-07-18T09:00"));
    assertThat(Instant.parse(accepted.path("enteredAt").asString("")))
        .isAfterOrEqualTo(ScenarioCity.tokyo("2026-07-21T09:00"));
  }

  @Test
  void D3_the_first_answer_to_the_emergency_took_an_hour_and_a_half_of_real_time() {
    var times =
        city.timeline(HIGASHI, caseId, events -> true).stream()
            .filter(event -> event.path("referralId").asString("").equals(emergency))
            .filter(
                event ->
                    List.of("ReferralSent", "ReferralAccepted")
                        .contains(event.path("type").path("code").asString("")))
            .map(event -> Instant.parse(event.path("occurredAt").asString("")))
            .toList();
    assertThat(Duration.between(times.getFirst(), times.getLast()))
        .isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  void V2_D2_the_office_for_welfare_sees_one_report_due_filed_and_none_overdue() {
    var reports = city.scheduler(DESK).get("/api/reports").body().path("reports");
    assertThat(reports).hasSize(1);
    var report = reports.path(0);
    assertThat(report.path("caseId").asString("")).isEqualTo(caseId);
    assertThat(report.path("due").asString("")).isEqualTo("2026-07-23");
    assertThat(report.path("filed").asBoolean(false)).isTrue();
    assertThat(report.path("overdue").asBoolean(true)).isFalse();
  }

  @Test
  void V3_on_paper_they_read_when_and_where_and_nothing_of_the_household() throws Exception {
    var notices = city.scheduler(DESK).get("/api/notices?meeting=" + meetingId).body();
    var letters =
        StreamSupport.stream(notices.path("notices").spliterator(), false)
            .filter(
                notice ->
                    List.of(MINSEI, SHIMBUN)
                        .contains(notice.path("addressee").path("id").asString("")))
            .map(notice -> notice.path("noticeId").asString(""))
            .toList();
    assertThat(letters).isNotEmpty();
    for (var letter : letters) {
      assertThat(city.printed(DESK, "/api/notices/" + letter + "/paper.html"))
          .contains("<html")
          .doesNotContain(CANARIES);
    }
  }

  @Test
  void V5_the_new_coordinator_sees_that_the_withdrawal_was_answered() {
    assertThat(types(city.timeline(KOREI, caseId, events -> true)))
        .containsSubsequence("ConsentWithdrawn", "SharingStopRequested", "SharingStopped");
  }

  @Test
  void N5_the_first_coordinator_learns_nothing_of_consent_and_care() {
    assertThat(types(city.timeline(KANKYO, caseId, events -> true)))
        .doesNotContain("ConsentRecorded", "ConsentWithdrawn");
  }

  @Test
  void D1_one_support_conference_and_two_plan_conferences_called_for_the_case() {
    var figures = city.scheduler(DESK).get("/api/figures?year=2026").body().path("figures");
    assertThat(figures.path(0).path("casesLabel").asString("")).isEqualTo("1件(1件)");
    assertThat(figures.path(1).path("casesLabel").asString("")).isEqualTo("1件(2件)");
    assertThat(perCase(figures.path(0))).isEqualTo(1);
    assertThat(perCase(figures.path(1))).isEqualTo(2);
  }

  private static int perCase(JsonNode figures) {
    return StreamSupport.stream(figures.path("sessions").spliterator(), false)
        .filter(each -> each.path("session").path("code").asString("").equals("PER_CASE"))
        .mapToInt(each -> each.path("count").asInt(0))
        .sum();
  }

  @Test
  void D1_the_statistics_count_every_meeting_as_called_for_the_case() {
    var support = figures.meetings(ConferenceKind.SUPPORT_CONFERENCE, 2026);
    var plan = figures.meetings(ConferenceKind.PLAN_CONFERENCE, 2026);
    assertThat(support.meetings()).hasSize(1);
    assertThat(support.cases()).hasSize(1);
    assertThat(support.items()).isOne();
    assertThat(plan.meetings()).hasSize(2);
    assertThat(plan.cases()).hasSize(1);
    assertThat(plan.items()).isEqualTo(2);
    assertThat(Stream.concat(support.meetings().stream(), plan.meetings().stream()))
        .allMatch(meeting -> meeting.session() == SessionKind.PER_CASE);
  }

  @Test
  void D2_the_statistics_know_the_one_report_and_the_ledger_of_none_overdue() {
    assertThat(figures.meetings(ConferenceKind.SUPPORT_CONFERENCE, 2026).meetings())
        .singleElement()
        .matches(meeting -> meeting.reports() == 1);
    assertThat(figures.events())
        .hasAtLeastOneElementOfType(MeetingReportFiled.class)
        .doesNotHaveAnyElementsOfTypes(MeetingReportOverdue.class);
  }

  @Test
  void D3_the_statistics_time_the_emergency_by_real_time_and_not_by_when_it_was_entered() {
    var urgent = figures.bucket("day-2026-07-18/urgency/EMERGENCY");
    var answer = urgent.durations(Measure.FIRST_ANSWER, TimeKind.CALENDAR);
    assertThat(answer.count()).isOne();
    assertThat((double) answer.median().toMillis())
        .isCloseTo(Duration.ofMinutes(90).toMillis(), withinPercentage(0.5));
    var entered = figures.bucket("day-2026-07-21/urgency/EMERGENCY");
    assertThat(entered.durations(Measure.FIRST_ANSWER, TimeKind.CALENDAR).count()).isZero();
  }

  @Test
  void D4_the_refusal_without_a_basis_is_one_number_without_any_agency() throws Exception {
    var counted =
        city.metrics()
            .filter(line -> line.startsWith("tsunagu_gateway_commands_total"))
            .filter(line -> line.contains("NO_BASIS_FOR_PERSON"))
            .toList();
    assertThat(counted)
        .singleElement(InstanceOfAssertFactories.STRING)
        .endsWith(" 1.0")
        .doesNotContain(KANKYO, HIGASHI);
    assertThat(figures.buckets().keySet())
        .extracting(BucketKey::code)
        .noneMatch(code -> code.contains("pair/kankyo/hokatsu-higashi"))
        .noneMatch(code -> code.contains("2026-06-22/agency/hokatsu-higashi"));
  }

  @Test
  void D5_coordination_counts_for_the_department_that_has_it_and_for_no_single_desk() {
    assertThat(figures.count("day-2026-06-22/agency/kankyo", COORDINATION_OPENED)).isOne();
    assertThat(figures.count("day-2026-08-03/agency/kankyo", COORDINATION_CLOSED)).isOne();
    assertThat(figures.count("day-2026-08-03/agency/korei", COORDINATION_OPENED)).isOne();
    assertThat(figures.count("day-2026-09-30/agency/korei", COORDINATION_CLOSED)).isOne();
    assertThat(figures.buckets().keySet())
        .extracting(BucketKey::code)
        .noneMatch(code -> code.endsWith("agency/desk"));
    assertThat(figures.coordinatedOn(LocalDate.of(2026, 7, 1)))
        .containsOnly(entry("全体", 1L), entry("生活環境課", 1L), entry("高齢福祉課", 0L));
    assertThat(figures.coordinatedOn(LocalDate.of(2026, 9, 1)))
        .containsOnly(entry("全体", 1L), entry("生活環境課", 0L), entry("高齢福祉課", 1L));
    assertThat(figures.coordinatedOn(LocalDate.of(2026, 10, 1)).values()).containsOnly(0L);
  }

  @Test
  void V6_the_fire_station_sees_its_own_role() {
    assertThat(city.asks(SHOBO, "/meetings?caseId=" + caseId).body().toString())
        .contains("FIRE_PREVENTION");
  }

  @Test
  void N4_the_tax_office_reads_nothing_after_it_gave_its_papers_back() {
    assertThat(city.asks(NOZEI, "/referrals/" + papersOfNozei).body().toString())
        .doesNotContain("38万円");
  }

  @Test
  void N6_shakyo_is_told_that_the_person_withdrew_when_it_opens_the_papers() {
    assertThat(city.asks(SHAKYO, "/referrals/" + supportOfShakyo).body().toString())
        .doesNotContain("久保寺")
        .contains("撤回");
  }

  @Test
  void N1_N7_for_agencies_without_a_part_the_case_does_not_exist() {
    assertThat(inboxOfHigashiBefore.path("items")).isEmpty();
    for (var agency : List.of("shogai-kikan", "kodomo-katei", "jiritsu-soudan")) {
      assertThat(city.asks(agency, onCase("")))
          .isEqualTo(city.asks(agency, "/cases/01980000-0000-7000-8000-000000000000"));
    }
  }

  @Test
  void G1_nobody_s_name_stands_in_broker_streams_or_logs() throws Exception {
    assertThat(city.whereFound(CANARIES)).isEmpty();
  }
}
