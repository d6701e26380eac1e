package jp.tsunagu.compose.scenario;

import static jp.tsunagu.compose.scenario.ScenarioCity.types;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import jp.tsunagu.compose.client.Reply;
import jp.tsunagu.contract.calendar.JapaneseHolidays;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.stats.fact.Step;
import jp.tsunagu.stats.figure.DurationSummary;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.TimeKind;
import jp.tsunagu.stats.table.CountedCase.Column;
import jp.tsunagu.stats.table.CountingRules.FieldsCounted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * シナリオ1 8050とひきこもり, in a city with a fixed calendar (国分寺市). The whole story runs once; every line
 * of 見えなければならないもの, 見えてはならないもの and 数字 is a test of its own.
 */
@Order(3)
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HouseholdOfTwoGenerationsTest {
  private static final String HIGASHI = "hokatsu-higashi";
  private static final String SHAKYO = "shakyo";
  private static final String SHOGAI = "shogai-kikan";
  private static final String HOKENSHO = "hokensho";
  private static final String DESK = "desk";

  private static final List<String> CANARIES =
      List.of(
          "渡邉",
          "渡辺 修",
          "東町四丁目2番7号",
          "042-000-1101",
          "平成21年に一度だけ受診",
          "部屋の前に置いた手紙",
          "面接室の窓側",
          "ヘルパーの時間を延ばす",
          "働きたいと話した");

  /** Told after the son consented, and not to the first agency. */
  private static final String SON_S_TREATMENT = "部屋の前に置いた手紙のあと、12月に受診を予約";

  private ScenarioCity city;
  private String caseId;
  private Reply refused;
  private String referralId;
  private Reply accepted;
  private Reply inboxOfHigashiEarly;
  private String requestId;
  private JsonNode noticeToShogai;
  private Reply comesBack;
  private JsonNode cancelled;
  private JsonNode renewed;
  private Reply ledgerAfterThePlan;
  private String secondReferral;
  private LedgerFigures figures;

  @BeforeAll
  void the_story() throws Exception {
    city = ScenarioCity.opened("kokubunji", "2026-09-03T10:20");
    steps_1_to_5_the_mother_comes_and_shakyo_accepts();
    steps_6_to_8_a_support_conference_is_asked_for();
    steps_9_to_11_it_is_announced_and_held();
    steps_12_and_13_shakyo_visits_and_the_case_comes_back_by_itself();
    steps_14_and_15_both_consent_and_the_item_changes_its_kind();
    the_plan_is_written();
    steps_16_and_17_the_plan_is_confirmed_and_another_agency_joins();
    steps_18_and_19_coordination_ends_and_each_person_is_told();
    figures = LedgerFigures.of(city.machine(), caseId);
  }

  @AfterAll
  void end() {
    city.close();
  }

  private void steps_1_to_5_the_mother_comes_and_shakyo_accepts() {
    caseId =
        city.does(
                HIGASHI,
                "/consultations",
                """
                {"consultation": {"fields": ["高齢・介護", "その他"], "area": "higashi", "urgency": "通常",
                 "reception": "新規", "persons": 3, "introducedBy": "CARE_MANAGER"}}
                """)
            .text("caseId");
    city.at("2026-09-03T10:30");
    consents(HIGASHI, 1, "包括的相談支援", "[\"氏名・生年月日\", \"住所・連絡先\", \"介護\", \"世帯構成\"]", "", SHAKYO);
    city.at("2026-09-03T10:52");
    refused = city.tries(HIGASHI, "/referrals", toShakyo(SON_S_HISTORY));
    referralId = city.does(HIGASHI, "/referrals", toShakyo("")).text("referralId");
    city.sees(SHAKYO, "/referrals/" + referralId, body -> stage(body).equals("ARRIVED"));
    city.at("2026-09-04T09:05").does(SHAKYO, "/referrals/" + referralId + "/open", "{}");
    city.at("2026-09-07T11:30")
        .does(
            SHAKYO,
            "/referrals/" + referralId + "/accept",
            """
            {"staff": {"name": "相談 太郎"}, "occurredAt": "2026-09-07T11:30:00+09:00"}
            """);
    accepted =
        city.sees(HIGASHI, "/referrals/" + referralId, body -> stage(body).equals("ACCEPTED"));
    inboxOfHigashiEarly =
        city.sees(HIGASHI, "/inbox", body -> body.toString().contains("ReferralAccepted"));
  }

  private static final String SON_S_HISTORY =
      """
      , {"person": 2, "name": "渡邉 修", "health": "平成21年に一度だけ受診", "basis": "本人の同意"}
      """;

  private String toShakyo(String another) {
    return """
    {"caseId": "%s", "receiver": "shakyo", "mode": "協働", "urgency": "通常",
     "occurredAt": "2026-09-03T10:52:00+09:00",
     "persons": [{"person": 1, "name": "渡邉 トミ", "kana": "わたなべ とみ", "birthDate": "昭和19年2月11日",
       "address": "結市東町四丁目2番7号", "phoneHome": "042-000-1101", "care": "要支援2", "basis": "本人の同意"}%s],
     "household": {"toldBy": 1, "basis": "本人の同意",
       "rows": [{"relation": "本人", "age": 82}, {"relation": "長男", "age": 54}]}}
    """
        .formatted(caseId, another);
  }

  private String consents(
      String recorder,
      int person,
      String purpose,
      String scope,
      String exclusions,
      String... recipients) {
    return city.does(
            recorder,
            "/cases/" + caseId + "/consents",
            """
            {"person": %d, "purpose": "%s", "scope": %s, "recipients": ["%s"],
             "exclusions": [%s], "method": "書面", "givenOn": "%s"}
            """
                .formatted(
                    person,
                    purpose,
                    scope,
                    String.join("\", \"", recipients),
                    exclusions,
                    TokyoTime.dateOf(city.machine().clock().instant())))
        .text("consentId");
  }

  private void steps_6_to_8_a_support_conference_is_asked_for() {
    city.at("2026-09-08T16:40");
    requestId =
        city.does(
                SHAKYO,
                "/cases/" + caseId + "/meeting-requests",
                """
                {"conference": "支援会議", "purpose": "新規", "minutes": 60, "persons": [1, 2],
                 "involved": ["hokatsu-higashi", "shakyo", "shogai-kikan", "hokensho"]}
                """)
            .text("requestId");
    city.at("2026-09-10T10:00")
        .does(
            SHAKYO,
            "/cases/" + caseId + "/coordination/screening",
            "{\"route\": \"支援会議\", \"reason\": \"NO_CONSENT\"}");
    for (var member : List.of(DESK, HIGASHI, SHAKYO, SHOGAI, HOKENSHO)) {
      city.does(
          DESK, "/cases/" + caseId + "/coordination/members", "{\"member\": \"" + member + "\"}");
    }
  }

  private void steps_9_to_11_it_is_announced_and_held() {
    city.at("2026-09-29T08:31");
    noticeToShogai = notice(SHOGAI, "shien-kaigi.2026-10-13", "ANNOUNCED");
    answers("2026-09-30T09:00", SHOGAI, "出席");
    answers("2026-09-30T10:00", HOKENSHO, "別日希望");
    answers("2026-10-01T09:00", HOKENSHO, "代理出席");
    city.at("2026-10-13T15:00");
    var meeting = "/api/meetings/shien-kaigi.2026-10-13";
    city.commands(
        DESK,
        meeting + "/attendance",
        """
        {"heldAt": "2026-10-13T15:00:00+09:00", "attendees": [
          {"agency": "hokatsu-higashi", "presence": "ATTENDED"},
          {"agency": "shakyo", "presence": "ATTENDED"},
          {"agency": "shogai-kikan", "presence": "ATTENDED"},
          {"agency": "desk", "presence": "ATTENDED"},
          {"agency": "hokensho", "presence": "PROXY"}]}
        """);
    city.at("2026-10-13T16:00")
        .commands(
            DESK,
            meeting + "/decisions",
            """
            {"caseId": "%s", "requestId": "%s", "outcome": "SUPPORT_POLICY_SET",
             "roles": [{"agency": "shakyo", "role": "TRUST_BUILDING"},
               {"agency": "hokatsu-higashi", "role": "CARE_SUPPORT"},
               {"agency": "hokensho", "role": "MEDICAL_ADVICE"},
               {"agency": "shogai-kikan", "role": "STAND_BY"},
               {"agency": "desk", "role": "STAND_BY"}],
             "leads": [{"agency": "shakyo"}],
             "monitoring": {"from": "2026-10-13", "until": "2026-12-08"}}
            """
                .formatted(caseId, requestId));
  }

  private void answers(String time, String agency, String answer) {
    city.at(time)
        .does(
            agency,
            "/cases/" + caseId + "/meeting-requests/" + requestId + "/attendance",
            "{\"answer\": \"" + answer + "\"}");
  }

  private void steps_12_and_13_shakyo_visits_and_the_case_comes_back_by_itself() {
    city.at("2026-10-14T10:00")
        .does(SHAKYO, "/cases/" + caseId + "/fields", "{\"fields\": [\"高齢・介護\", \"障害\", \"その他\"]}");
    city.at("2026-11-10T17:25");
    comesBack =
        city.schedules(
            DESK,
            "/api/meetings/shien-kaigi.2026-12-08",
            agenda -> agenda.toString().contains(caseId));
    city.at("2026-11-12T14:00").does(SHAKYO, "/referrals/" + referralId + "/first-contact", "{}");
    city.at("2026-11-24T08:31");
    notice(SHOGAI, "shien-kaigi.2026-12-08", "ANNOUNCED");
  }

  private void steps_14_and_15_both_consent_and_the_item_changes_its_kind() {
    city.at("2026-12-01T10:00");
    var everything = "[\"氏名・生年月日\", \"病気・医療\", \"障害\"]";
    var notToHigashi =
        "{\"detail\": \"病気・医療\", \"agency\": \"hokatsu-higashi\"},"
            + " {\"detail\": \"障害\", \"agency\": \"hokatsu-higashi\"}";
    consents(SHAKYO, 2, "多機関協働", everything, notToHigashi, SHAKYO, SHOGAI, HOKENSHO);
    city.does(SHAKYO, "/cases/" + caseId + "/coordination", "{\"coordinator\": \"shakyo\"}");
    city.does(SHAKYO, "/cases/" + caseId + "/coordination/accept", "{}");
    consents(
        HIGASHI,
        1,
        "多機関協働",
        "[\"氏名・生年月日\", \"介護\", \"世帯構成\"]",
        "",
        SHAKYO,
        SHOGAI,
        HOKENSHO,
        HIGASHI);
    cancelled = notice(SHOGAI, "shien-kaigi.2026-12-08", "CANCELLED");
    renewed = notice(SHOGAI, "juso-kaigi.2026-12-08", "ANNOUNCED");
  }

  /** Each agency's line goes to that agency; who coordinates keeps the whole. */
  private void the_plan_is_written() {
    city.at("2026-12-03T10:00")
        .does(
            SHAKYO,
            "/cases/" + caseId + "/forms/plan",
            """
            {"writtenOn": "2026-12-03", "author": "相談 太郎",
             "goals": [{"person": 2, "term": "長期目標", "about": "収入・仕事", "goal": "働きたいと話した"}],
             "supports": [
               {"person": 2, "about": "障害", "by": "shogai-kikan", "support": "面接室の窓側で会う", "frequency": "月1回"},
               {"person": 1, "about": "介護", "by": "hokatsu-higashi", "support": "ヘルパーの時間を延ばす"}],
             "monitoringOn": "2027-06-08",
             "grounds": [{"person": 1, "basis": "本人の同意"}, {"person": 2, "basis": "本人の同意"}]}
            """);
  }

  private void steps_16_and_17_the_plan_is_confirmed_and_another_agency_joins() {
    city.at("2026-12-08T15:00");
    var meeting = "/api/meetings/juso-kaigi.2026-12-08";
    city.commands(SHAKYO, meeting + "/attendance", attended("2026-12-08T15:00:00+09:00"));
    city.commands(
        SHAKYO,
        meeting + "/decisions",
        """
        {"caseId": "%s", "requestId": "%s", "outcome": "PLAN_CONFIRMED",
         "roles": [{"agency": "shogai-kikan", "role": "DISABILITY_SUPPORT"},
           {"agency": "hokatsu-higashi", "role": "CARE_SUPPORT"}],
         "leads": [{"agency": "shakyo"}],
         "monitoring": {"from": "2026-12-08", "until": "2027-06-08"}}
        """
            .formatted(caseId, item(renewed)));
    ledgerAfterThePlan =
        city.schedules(
            DESK, "/api/progress-ledger", rows -> rows.toString().contains("2027-06-08"));
    secondReferral =
        city.at("2026-12-09T10:00")
            .does(
                SHAKYO,
                "/referrals",
                """
                {"caseId": "%s", "receiver": "shogai-kikan", "mode": "協働", "urgency": "通常",
                 "persons": [{"person": 2, "name": "渡邉 修", "birthDate": "昭和47年5月30日",
                   "health": "%s", "basis": "本人の同意"}]}
                """
                    .formatted(caseId, SON_S_TREATMENT))
            .text("referralId");
    city.sees(SHOGAI, "/referrals/" + secondReferral, body -> stage(body).equals("ARRIVED"));
    city.at("2026-12-10T13:00").does(SHOGAI, "/referrals/" + secondReferral + "/accept", "{}");
    city.at("2026-12-17T10:00")
        .does(SHOGAI, "/referrals/" + secondReferral + "/first-contact", "{}");
  }

  private static String attended(String heldAt) {
    return """
    {"heldAt": "%s", "attendees": [
      {"agency": "hokatsu-higashi", "presence": "ATTENDED"},
      {"agency": "shakyo", "presence": "ATTENDED"},
      {"agency": "shogai-kikan", "presence": "ATTENDED"},
      {"agency": "hokensho", "presence": "ATTENDED"}]}
    """
        .formatted(heldAt);
  }

  private void steps_18_and_19_coordination_ends_and_each_person_is_told() {
    city.at("2027-05-25T08:31");
    var last = notice(SHOGAI, "juso-kaigi.2027-06-08", "ANNOUNCED");
    city.at("2027-06-08T15:00");
    var meeting = "/api/meetings/juso-kaigi.2027-06-08";
    city.commands(SHAKYO, meeting + "/attendance", attended("2027-06-08T15:00:00+09:00"));
    city.commands(
        SHAKYO,
        meeting + "/decisions",
        """
        {"caseId": "%s", "requestId": "%s", "outcome": "COORDINATION_ENDS",
         "leads": [{"person": 2, "agency": "shogai-kikan"},
           {"person": 1, "agency": "hokatsu-higashi"}]}
        """
            .formatted(caseId, item(last)));
    city.timeline(SHAKYO, caseId, events -> types(events).contains("CoordinationClosed"));
    city.at("2027-06-10T10:00");
    city.does(SHOGAI, "/cases/" + caseId + "/coordination/results", "{\"person\": 2}");
    city.does(HIGASHI, "/cases/" + caseId + "/coordination/results", "{\"person\": 1}");
  }

  /** An agency's notice of a meeting about the case, as soon as it stands like this. */
  private JsonNode notice(String agency, String meetingId, String standing) {
    Predicate<JsonNode> wanted =
        notice ->
            notice.path("meetingId").asString("").equals(meetingId)
                && notice.path("standing").path("state").path("code").asString("").equals(standing);
    var seen =
        city.sees(
            agency, "/meetings?caseId=" + caseId, body -> notices(body).stream().anyMatch(wanted));
    return notices(seen.body()).stream().filter(wanted).findFirst().orElseThrow();
  }

  private static List<JsonNode> notices(JsonNode body) {
    return StreamSupport.stream(body.path("meetings").spliterator(), false).toList();
  }

  private static String item(JsonNode notice) {
    return notice.path("requestId").asString("");
  }

  private static String stage(JsonNode referral) {
    return referral.path("stage").path("code").asString("");
  }

  @Test
  void V1_the_first_agency_sees_arrival_opening_acceptance_and_who_took_it_and_keeps_its_case() {
    assertThat(accepted.body().toString()).contains("相談 太郎");
    assertThat(
            city.asks(HIGASHI, "/cases/" + caseId)
                .body()
                .path("state")
                .path("consultation")
                .path("supportEnded")
                .isNull())
        .isTrue();
    var types = types(city.timeline(HIGASHI, caseId, events -> !events.isEmpty()));
    assertThat(types).containsSubsequence("ReferralArrived", "ReferralOpened", "ReferralAccepted");
  }

  @Test
  void V2_the_refusal_names_the_son_what_is_missing_and_two_ways_out() {
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("code")).isEqualTo("NO_BASIS_FOR_PERSON");
    assertThat(refused.body().path("refused").path("persons").toString()).isEqualTo("[2]");
    assertThat(refused.body().path("refused").path("nextSteps").toString())
        .contains("LEAVE_PERSON_OUT", "PREPARE_SUPPORT_CONFERENCE");
  }

  @Test
  void V3_shakyo_sees_when_and_why_the_item_moved_and_what_kind_it_was() {
    var changed = event(SHAKYO, "ConferenceChanged");
    assertThat(changed.path("recordedAt").asString("")).startsWith("2026-12-01");
    assertThat(changed.path("facts").toString())
        .contains("SUPPORT_CONFERENCE", "PLAN_CONFERENCE", "CONSENT_COMPLETE");
    assertThat(cancelled.path("organiser").path("id").asString("")).isEqualTo(DESK);
    assertThat(renewed.path("organiser").path("id").asString("")).isEqualTo(SHAKYO);
  }

  @Test
  void V4_the_agency_that_joins_later_gets_the_son_s_consent_with_what_it_excludes() {
    var seen =
        city.sees(
            SHOGAI,
            "/cases/" + caseId,
            body -> body.path("state").path("consents").toString().contains(HIGASHI));
    assertThat(seen.body().path("state").path("consents").toString())
        .contains("HEALTH", "DISABILITY");
  }

  @Test
  void V5_the_desk_sees_both_conferences_their_kinds_and_the_next_evaluation() {
    var held =
        city.timeline(DESK, caseId, events -> types(events).contains("CoordinationClosed")).stream()
            .filter(event -> type(event).equals("AgendaPublished"))
            .map(event -> event.path("facts").toString())
            .toList();
    assertThat(held).anyMatch(facts -> facts.contains("SUPPORT_CONFERENCE"));
    assertThat(held).anyMatch(facts -> facts.contains("PLAN_CONFERENCE"));
    assertThat(ledgerAfterThePlan.body().toString()).contains(caseId, "2027-06-08");
  }

  @Test
  void V6_each_person_s_report_is_seen_by_those_who_told_that_person() {
    assertThat(reportsSeenBy(SHOGAI)).containsExactly("2");
    assertThat(reportsSeenBy(HIGASHI)).containsExactly("1");
  }

  private List<String> reportsSeenBy(String agency) {
    return city
        .timeline(agency, caseId, events -> types(events).contains("ResultReported"))
        .stream()
        .filter(event -> type(event).equals("ResultReported"))
        .map(event -> event.path("facts").path(0).path("value").asString(""))
        .toList();
  }

  @Test
  void N1_the_first_agency_did_not_learn_that_another_agency_knew_the_son() {
    assertThat(inboxOfHigashiEarly.body().toString()).doesNotContain(SHOGAI);
  }

  @Test
  void N2_the_first_agency_reads_nothing_of_the_son_s_health() {
    assertThat(city.asks(SHOGAI, "/referrals/" + secondReferral).body().toString())
        .contains(SON_S_TREATMENT);
    for (var path : List.of("/inbox", "/cases/" + caseId, "/referrals/" + referralId)) {
      assertThat(city.asks(HIGASHI, path).body().toString()).doesNotContain(SON_S_TREATMENT);
    }
    assertThat(city.asks(HIGASHI, "/referrals/" + secondReferral).status()).isEqualTo(404);
  }

  @Test
  void each_agency_reads_its_own_line_of_the_plan_and_nothing_else_of_it() {
    String ofTheCase = "/cases/" + caseId;
    city.sees(SHOGAI, ofTheCase, body -> body.toString().contains("面接室の窓側で会う"));
    city.sees(HIGASHI, ofTheCase, body -> body.toString().contains("ヘルパーの時間を延ばす"));
    assertThat(city.asks(SHOGAI, ofTheCase).body().toString()).doesNotContain("ヘルパー", "働きたいと話した");
    assertThat(city.asks(HIGASHI, ofTheCase).body().toString()).doesNotContain("面接室", "働きたいと話した");
    assertThat(city.asks(SHAKYO, ofTheCase + "/forms/plan/1").body().toString())
        .contains("面接室の窓側で会う", "ヘルパーの時間を延ばす", "働きたいと話した");
    assertThat(city.asks(SHOGAI, ofTheCase + "/forms/plan/1").status()).isEqualTo(404);
    assertThat(city.asks(HOKENSHO, ofTheCase).body().toString()).doesNotContain("面接室", "ヘルパー");
  }

  @Test
  void N5_notices_and_calendar_files_name_neither_household_nor_area_nor_trouble()
      throws Exception {
    var notices = city.scheduler(DESK).get("/api/notices").body().path("notices");
    assertThat(notices).isNotEmpty();
    for (var notice : notices) {
      var path = "/api/notices/" + notice.path("noticeId").asString("");
      var printed = city.printed(DESK, path + "/paper.html");
      var calendar = city.printed(DESK, path + "/invite.ics");
      assertThat(printed).contains("<html").doesNotContain(CANARIES);
      assertThat(printed).doesNotContain("8050", "ひきこもり");
      assertThat(calendar).contains("BEGIN:VCALENDAR").doesNotContain(CANARIES);
      assertThat(calendar).doesNotContain("8050", "ひきこもり", "東部圏域");
    }
  }

  @Test
  void N6_managers_see_counts_and_times_and_no_name() {
    var manager = city.gateway("manager");
    for (var path : List.of("/api/cases/" + caseId, "/api/cases/" + caseId + "/timeline")) {
      assertThat(manager.get(path).body().toString()).contains(caseId).doesNotContain(CANARIES);
    }
  }

  @Test
  void D1_until_acceptance_passed_4_days_38_minutes_of_which_18_hours_8_minutes_were_open() {
    var sent = Instant.parse(event(HIGASHI, "ReferralSent").path("occurredAt").asString(""));
    var accepted =
        Instant.parse(event(HIGASHI, "ReferralAccepted").path("occurredAt").asString(""));
    assertThat(Duration.between(sent, accepted)).isEqualTo(Duration.ofDays(4).plusMinutes(38));
    var calendar = OfficeCalendar.standard(JapaneseHolidays.calculated());
    assertThat(calendar.openTimeBetween(sent, accepted))
        .isEqualTo(Duration.ofHours(18).plusMinutes(8));
  }

  @Test
  void D3_one_support_conference_and_a_plan_conference_in_each_of_two_years() {
    var year2026 = figures("year=2026");
    assertThat(year2026.path(0).path("casesLabel").asString("")).isEqualTo("1件(1件)");
    assertThat(count(year2026.path(0).path("sessions"), "session", "REGULAR")).isEqualTo(1);
    assertThat(year2026.path(1).path("casesLabel").asString("")).isEqualTo("1件(1件)");
    assertThat(figures("year=2027").path(1).path("casesLabel").asString("")).isEqualTo("1件(1件)");
  }

  @Test
  void D5_participants_count_under_their_agency_s_field_with_or_without_the_organiser() {
    var participants = figures("year=2026&countOrganiser=false").path(0).path("participants");
    assertThat(count(participants, "field", "ELDERLY")).isEqualTo(1);
    assertThat(count(participants, "field", "DISABILITY")).isEqualTo(1);
    assertThat(count(participants, "field", "HEALTH")).isEqualTo(1);
    assertThat(count(participants, "field", "OTHER")).isEqualTo(1);
    assertThat(count(figures("year=2026").path(0).path("participants"), "field", "OTHER"))
        .isEqualTo(2);
  }

  @Test
  void D1_the_statistics_time_the_acceptance_by_calendar_and_by_office_hours() {
    var leg = figures.facts().legs().getFirst();
    var accepted = Objects.requireNonNull(leg.at(Step.ACCEPTED));
    assertThat(Duration.between(leg.sentAt(), accepted)).isEqualTo(Duration.parse("P4DT38M"));
    assertThat(figures.rules().workingTime().between(leg.sentAt(), accepted))
        .isEqualTo(Duration.parse("PT18H8M"));
    var pair = figures.bucket("day-2026-09-07/pair/hokatsu-higashi/shakyo");
    near(pair.durations(Measure.ACCEPTANCE, TimeKind.CALENDAR), Duration.parse("P4DT38M"));
    near(pair.durations(Measure.ACCEPTANCE, TimeKind.WORKING), Duration.parse("PT18H8M"));
  }

  /** Stored within half a per cent. */
  private static void near(DurationSummary found, Duration exact) {
    assertThat(found.count()).isOne();
    assertThat((double) found.median().toMillis())
        .isCloseTo(exact.toMillis(), within(exact.toMillis() * 0.005));
  }

  @Test
  void D2_the_kind_of_consultation_counts_once_by_the_fields_at_reception_or_as_settled() {
    assertThat(rowsOf(FieldsCounted.AT_RECEPTION)).containsExactly("高齢・介護/その他");
    assertThat(rowsOf(FieldsCounted.AS_SETTLED)).containsExactly("高齢・介護/障害/その他");
  }

  private List<String> rowsOf(FieldsCounted fields) {
    var table = figures.consultations(2026, fields, DESK, SHAKYO);
    assertThat(table.total(Column.NEW)).isOne();
    return table.rows().stream()
        .filter(row -> row.count(Column.NEW) > 0)
        .map(row -> row.combination().label())
        .toList();
  }

  @Test
  void D3_the_statistics_count_the_regular_support_conference_and_a_plan_conference_each_year() {
    var support = figures.meetings(ConferenceKind.SUPPORT_CONFERENCE, 2026);
    assertThat(support.meetings())
        .singleElement()
        .satisfies(
            meeting -> {
              assertThat(meeting.date()).isEqualTo("2026-10-13");
              assertThat(meeting.session()).isEqualTo(SessionKind.REGULAR);
            });
    for (var table :
        List.of(
            support,
            figures.meetings(ConferenceKind.PLAN_CONFERENCE, 2026),
            figures.meetings(ConferenceKind.PLAN_CONFERENCE, 2027))) {
      assertThat(table.meetings()).hasSize(1);
      assertThat(table.cases()).hasSize(1);
      assertThat(table.items()).isOne();
    }
    assertThat(figures.meetings(ConferenceKind.SUPPORT_CONFERENCE, 2027).meetings()).isEmpty();
  }

  @Test
  void D4_on_1_April_the_case_is_carried_over_and_not_new() {
    var next = figures.consultations(2027, FieldsCounted.AT_RECEPTION, DESK, SHAKYO);
    assertThat(next.total(Column.CARRIED_OVER)).isOne();
    assertThat(next.total(Column.NEW)).isZero();
    assertThat(next.total(Column.REOPENED)).isZero();
  }

  @Test
  void D5_the_statistics_count_participants_by_field_with_or_without_the_organising_city() {
    assertThat(figures.meetings(ConferenceKind.SUPPORT_CONFERENCE, 2026, DESK).attendances())
        .isEqualTo(
            Map.of(
                StatisticsField.ELDERLY, 1,
                StatisticsField.DISABILITY, 1,
                StatisticsField.HEALTH, 1,
                StatisticsField.OTHER, 1));
    assertThat(figures.meetings(ConferenceKind.SUPPORT_CONFERENCE, 2026).attendances())
        .containsEntry(StatisticsField.OTHER, 2);
  }

  private static int count(JsonNode counts, String of, String code) {
    return StreamSupport.stream(counts.spliterator(), false)
        .filter(each -> each.path(of).path("code").asString("").equals(code))
        .mapToInt(each -> each.path("count").asInt(0))
        .sum();
  }

  private JsonNode figures(String parameters) {
    return city.scheduler(DESK).get("/api/figures?" + parameters).body().path("figures");
  }

  @Test
  void step_13_the_case_comes_back_for_monitoring_by_itself() {
    assertThat(comesBack.body().toString()).contains("MONITORING");
  }

  @Test
  void step_9_the_notice_tells_number_kind_purpose_and_time() {
    assertThat(noticeToShogai.path("conference").path("code").asString(""))
        .isEqualTo("SUPPORT_CONFERENCE");
    assertThat(noticeToShogai.path("purpose").path("code").asString("")).isEqualTo("NEW");
    assertThat(noticeToShogai.path("begins").asString("")).isEqualTo("15:00");
    assertThat(noticeToShogai.path("minutes").asInt(0)).isEqualTo(60);
  }

  @Test
  void G1_nobody_s_name_stands_in_broker_streams_or_logs() throws Exception {
    assertThat(city.whereFound(CANARIES)).isEmpty();
  }

  private JsonNode event(String agency, String kind) {
    return city.timeline(agency, caseId, events -> types(events).contains(kind)).stream()
        .filter(event -> type(event).equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static String type(JsonNode event) {
    return event.path("type").path("code").asString("");
  }

  @Test
  void N3_N4_for_agencies_without_a_part_the_case_does_not_exist() {
    for (var agency : List.of("jiritsu-soudan", "kodomo-katei", "hokatsu-nishi", "kyoiku-ssw")) {
      assertThat(city.asks(agency, "/cases/" + caseId))
          .isEqualTo(city.asks(agency, "/cases/01980000-0000-7000-8000-000000000000"));
      assertThat(city.asks(agency, "/meetings").body().path("meetings")).isEmpty();
    }
  }
}
