package jp.tsunagu.compose.scenario;

import static jp.tsunagu.compose.scenario.ScenarioCity.types;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tsunagu.compose.client.Reply;
import jp.tsunagu.compose.endtoend.Chromium;
import jp.tsunagu.compose.endtoend.LoudWithoutChromium;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.fact.Leg;
import jp.tsunagu.stats.fact.Step;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.report.Labels;
import jp.tsunagu.stats.report.LiveReports;
import jp.tsunagu.stats.report.Report;
import jp.tsunagu.stats.report.TimesReport;
import jp.tsunagu.stats.table.CountedCase.Column;
import jp.tsunagu.stats.table.CountingRules.FieldsCounted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * シナリオ5 生活困窮と「つなぎ戻し」, in a city whose items ride on existing bodies (狛江市). The whole story runs
 * once; every line of 見えなければならないもの, 見えてはならないもの and 数字 is a test of its own. That each step waits
 * for its papers is {@link StepsWaitForTheirPapersTest}, who answers 情報収集 late or not at all {@link
 * AgenciesAnswerTheDeskAloneTest}.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DebtsAndAWayBackTest {
  private static final String TAX = "nozei";
  private static final String COUNTER = "jiritsu-soudan";
  private static final String SHOGAI = "shogai-kikan";
  private static final String SHAKYO = "shakyo";
  private static final String NISHI = "hokatsu-nishi";
  private static final String DESK = "desk";

  private static final String ARREARS = "国民健康保険税 41万円滞納";
  private static final String LOANS = "消費者金融 180万円";
  private static final String ILLNESS = "糖尿病。受診が途切れている";
  private static final String EXAMINATION = "知能検査の調整と受診同行";
  private static final String ANSWER = "昨年も窓口で知能検査の話が出た";
  private static final String MOTHER = "仁科 ハル";
  private static final List<String> CANARIES =
      List.of("仁科", "みどりコーポ", "042-000-5505", "41万円", "180万円", "知能検査");

  private ScenarioCity city;
  private String caseId;
  private String fromTax;
  private String toShogai;
  private String toShakyo;
  private String toNishi;
  private String back;
  private List<String> soonOf;
  private String receivedByShogai = "";
  private Reply readByShakyo;
  private JsonNode queueWhenOverdue;
  private Reply withoutSecondConsent;
  private Reply toTheLandlord;
  private JsonNode caseAtTheDesk;
  private LedgerFigures figures;

  @BeforeAll
  void the_story() throws Exception {
    city = ScenarioCity.opened("komae", "2026-10-28T14:30");
    steps_1_and_2_the_tax_office_sends_what_it_may();
    steps_3_to_6_shogai_is_asked_is_late_and_declines();
    step_7_shakyo_sends_it_back();
    steps_8_and_9_the_desk_is_asked_and_gathers();
    step_10_the_mother_consents_by_herself();
    steps_11_and_12_a_plan_is_made_and_confirmed();
    step_13_the_case_goes_back();
    step_14_coordination_ends();
    step_16_it_comes_back();
    figures = LedgerFigures.of(city.machine(), caseId);
  }

  @AfterAll
  void end() {
    city.close();
  }

  private void steps_1_and_2_the_tax_office_sends_what_it_may() {
    Reply sheet =
        city.does(
            TAX,
            "/consultations",
            """
            {"consultation": {"fields": ["困窮"], "area": "nishi", "urgency": "通常",
              "reception": "新規", "persons": 1, "introducedBy": "TAX_OFFICE"},
             "persons": [{"person": 1, "name": "仁科 義男", "phoneHome": "042-000-5505",
               "address": "結市西町三丁目11番2号みどりコーポ101", "wish": "生活に困っている",
               "basis": "本人の同意"}],
             "consents": [{"person": 1, "purpose": "包括的相談支援", "method": "書面",
               "scope": ["氏名・生年月日", "住所・連絡先", "相談の内容"],
               "recipients": ["jiritsu-soudan"], "givenOn": "2026-10-28"}],
             "referral": {"receiver": "jiritsu-soudan", "mode": "引継ぎ"},
             "occurredAt": "2026-10-28T14:30:00+09:00"}
            """);
    caseId = sheet.text("caseId");
    fromTax = sheet.text("referralId");
    arrived(COUNTER, fromTax);
    city.at("2026-10-29T08:50").does(COUNTER, leg(fromTax, "open"), "{}");
    city.at("2026-11-02T10:00")
        .does(COUNTER, leg(fromTax, "accept"), "{\"occurredAt\": \"2026-11-02T10:00:00+09:00\"}");
    city.at("2026-11-05T10:00").does(COUNTER, leg(fromTax, "first-contact"), "{}");
  }

  private void steps_3_to_6_shogai_is_asked_is_late_and_declines() throws Exception {
    city.at("2026-11-09T10:00");
    city.does(COUNTER, of("/persons"), "{\"persons\": 2}");
    city.does(COUNTER, of("/fields"), "{\"fields\": [\"困窮\", \"障害\", \"高齢・介護\"]}");
    consents(1, "包括的相談支援", "書面", "2026-11-09", SHOGAI, SHAKYO);
    city.at("2026-11-16T10:00");
    toTheLandlord = city.tries(COUNTER, "/referrals", sending("midori-fudosan", "", ""));
    toShogai =
        city.does(
                COUNTER,
                "/referrals",
                sending(
                    SHOGAI,
                    "\"occurredAt\": \"2026-11-16T10:00:00+09:00\",",
                    ", \"health\": \"" + ILLNESS + "\""))
            .text("referralId");
    arrived(SHOGAI, toShogai);
    city.at("2026-11-27T08:31");
    city.sees(SHOGAI, "/inbox", body -> body.toString().contains("ResponseDueSoon"));
    soonOf =
        Stream.of(COUNTER, DESK, SHAKYO)
            .filter(agency -> city.asks(agency, "/inbox").body().toString().contains("DueSoon"))
            .toList();
    receivedByShogai = city.page(SHOGAI, "/received");
    city.at("2026-12-02T08:31");
    queueWhenOverdue = city.queue(DESK, queue -> queue.toString().contains(toShogai)).path("items");
    city.at("2026-12-02T15:00")
        .does(DESK, leg(toShogai, "remind"), "{\"phonedAt\": \"2026-12-02T15:00:00+09:00\"}");
    city.at("2026-12-03T11:00")
        .does(
            SHOGAI,
            leg(toShogai, "decline"),
            """
            {"reason": "対象外", "note": "手帳・診断がない", "noteNamesNoOne": true,
             "occurredAt": "2026-12-03T11:00:00+09:00"}
            """);
  }

  private void step_7_shakyo_sends_it_back() {
    toShakyo =
        city.at("2026-12-03T14:00")
            .does(
                COUNTER,
                "/referrals",
                sending(SHAKYO, "\"continues\": \"" + toShogai + "\",", debts()))
            .text("referralId");
    arrived(SHAKYO, toShakyo);
    readByShakyo = city.asks(SHAKYO, "/referrals/" + toShakyo);
    city.at("2026-12-07T09:30").does(SHAKYO, leg(toShakyo, "send-back"), "{\"reason\": \"情報不足\"}");
  }

  private void steps_8_and_9_the_desk_is_asked_and_gathers() {
    city.at("2026-12-09T10:00").does(COUNTER, of("/coordination"), "{}");
    city.at("2026-12-10T10:00").does(DESK, of("/coordination/accept"), "{}");
    withoutSecondConsent = city.tries(COUNTER, "/referrals", sending(NISHI, "", ""));
    consents(1, "多機関協働", "書面", "2026-12-10", SHOGAI, NISHI, SHAKYO, "shujii", DESK, COUNTER);
    city.does(
        DESK,
        of("/inquiries"),
        """
        {"agencies": ["shogai-kikan", "shakyo", "hokatsu-nishi", "jiritsu-soudan"], "about": [1],
         "due": "2026-12-24", "note": "これまでの関わり", "noteAbout": 1, "noteBasis": "本人の同意"}
        """);
    city.sees(SHOGAI, of(""), body -> body.toString().contains("これまでの関わり"));
    city.does(
        SHOGAI,
        of("/inquiries/answer"),
        "{\"note\": \"%s\", \"noteAbout\": 1, \"noteBasis\": \"本人の同意\"}".formatted(ANSWER));
    for (String agency : List.of(SHAKYO, NISHI, COUNTER)) {
      city.sees(agency, of(""), body -> body.toString().contains("これまでの関わり"));
      city.does(agency, of("/inquiries/answer"), "{\"unable\": \"把握している情報がない\"}");
    }
  }

  private void step_10_the_mother_consents_by_herself() {
    city.at("2026-12-16T14:00");
    consents(2, "多機関協働", "口頭", "2026-12-16", SHOGAI, NISHI, SHAKYO, DESK, COUNTER);
    toNishi =
        city.at("2026-12-17T15:00")
            .does(
                DESK,
                "/referrals",
                """
                {"caseId": "%s", "receiver": "hokatsu-nishi", "mode": "協働", "urgency": "通常",
                 "occurredAt": "2026-12-17T15:00:00+09:00",
                 "persons": [{"person": 2, "name": "%s", "birthDate": "昭和17年1月20日",
                   "care": "物忘れ", "basis": "本人の同意"}],
                 "household": {"toldBy": 2, "basis": "本人の同意",
                   "rows": [{"relation": "本人", "age": 84}, {"relation": "息子・緊急連絡先", "age": 58}]}}
                """
                    .formatted(caseId, MOTHER))
            .text("referralId");
    arrived(NISHI, toNishi);
    city.at("2026-12-22T11:00")
        .does(NISHI, leg(toNishi, "accept"), "{\"occurredAt\": \"2026-12-22T11:00:00+09:00\"}");
  }

  private void steps_11_and_12_a_plan_is_made_and_confirmed() {
    city.at("2027-01-14T10:00");
    recorded("インテーク・アセスメントシート", "2027-01-14");
    recorded("プランシート", "2027-01-14");
    String item = asked("プラン協議", "");
    city.at("2027-01-21T08:31");
    city.sees(SHAKYO, "/meetings?caseId=" + caseId, body -> !body.path("meetings").isEmpty());
    city.at("2027-01-28T14:00");
    held("shien-chosei.2027-01-28", "2027-01-28T14:00:00+09:00");
    city.commands(
        DESK,
        "/api/meetings/shien-chosei.2027-01-28/decisions",
        """
        {"caseId": "%s", "requestId": "%s", "outcome": "PLAN_CONFIRMED",
         "roles": [{"agency": "jiritsu-soudan", "role": "LIVELIHOOD_SUPPORT"},
           {"agency": "shogai-kikan", "role": "ACCOMPANY"},
           {"agency": "hokatsu-nishi", "role": "CARE_SUPPORT"},
           {"agency": "shakyo", "role": "MONEY_MANAGEMENT"}],
         "leads": [{"agency": "jiritsu-soudan"}], "missingResources": [{"code": "WORK_EXPERIENCE"}],
         "monitoring": {"from": "2027-01-28", "until": "2027-03-16"}}
        """
            .formatted(caseId, item));
    city.timeline(DESK, caseId, events -> types(events).contains("SupportDecided"));
    theLinesOfThePlan();
  }

  /** Each agency's goes to that agency once it has its role. */
  private void theLinesOfThePlan() {
    city.does(
        DESK,
        of("/forms/plan"),
        """
        {"writtenOn": "2027-01-28", "author": "見本 調整",
         "goals": [{"person": 1, "term": "長期目標", "about": "収入・仕事", "goal": "%s"}],
         "supports": [
           {"person": 1, "about": "支出・滞納・借金", "by": "jiritsu-soudan", "support": "%s", "frequency": "月2回"},
           {"person": 1, "about": "障害", "by": "shogai-kikan", "support": "%s"},
           {"person": 2, "about": "介護", "by": "hokatsu-nishi", "support": "物忘れ外来へ"}],
         "monitoringOn": "2027-03-16",
         "grounds": [{"person": 1, "basis": "本人の同意"}, {"person": 2, "basis": "本人の同意"}]}
        """
            .formatted(ARREARS, LOANS, EXAMINATION));
  }

  private void step_13_the_case_goes_back() {
    back =
        city.at("2027-02-10T13:00")
            .does(
                DESK,
                of("/coordination/hand-back"),
                """
                {"receiver": "jiritsu-soudan", "urgency": "通常", "rhythm": "月1回",
                 "occurredAt": "2027-02-10T13:00:00+09:00",
                 "lead": {"person": 1, "agency": "jiritsu-soudan"},
                 "roles": [{"agency": "shakyo", "role": "MONEY_MANAGEMENT"}],
                 "settled": [{"person": 1, "prospect": "春から就労体験", "remains": "家賃の滞納",
                   "basis": "本人の同意"}]}
                """)
            .text("referralId");
    arrived(COUNTER, back);
    city.at("2027-02-12T10:00")
        .does(
            COUNTER,
            leg(back, "ask"),
            "{\"note\": \"明渡しの期限は\", \"noteAbout\": 1, \"noteBasis\": \"本人の同意\"}");
    city.at("2027-02-15T10:00")
        .does(
            DESK,
            leg(back, "inform"),
            "{\"note\": \"三月末です\", \"noteAbout\": 1, \"noteBasis\": \"本人の同意\"}");
    city.at("2027-02-18T09:30")
        .does(COUNTER, leg(back, "accept"), "{\"occurredAt\": \"2027-02-18T09:30:00+09:00\"}");
  }

  private void step_14_coordination_ends() {
    city.at("2027-03-10T10:00");
    String item = asked("終結時評価", ", \"body\": \"juso-kaigi\"");
    city.at("2027-03-16T14:00");
    recorded("評価シート", "2027-03-16");
    String meeting =
        city.commands(
                DESK,
                "/api/meetings",
                """
                {"body": "juso-kaigi", "session": "PER_CASE", "minutes": 60,
                 "startsAt": "2027-03-16T14:30:00+09:00",
                 "items": [{"caseId": "%s", "requestId": "%s"}]}
                """
                    .formatted(caseId, item))
            .text("meetingId");
    city.at("2027-03-16T14:30");
    held(meeting, "2027-03-16T14:30:00+09:00");
    city.commands(
        DESK,
        "/api/meetings/" + meeting + "/decisions",
        """
        {"caseId": "%s", "requestId": "%s", "outcome": "COORDINATION_ENDS",
         "leads": [{"person": 1, "agency": "jiritsu-soudan"}, {"person": 2, "agency": "hokatsu-nishi"}]}
        """
            .formatted(caseId, item));
    city.timeline(DESK, caseId, events -> types(events).contains("CoordinationClosed"));
    city.at("2027-03-18T10:00");
    city.does(COUNTER, of("/coordination/results"), "{\"person\": 1}");
    city.does(COUNTER, of("/coordination/results"), "{\"person\": 2}");
  }

  private void step_16_it_comes_back() {
    city.at("2027-05-24T10:00");
    city.does(COUNTER, of("/coordination"), "{}");
    city.does(DESK, of("/coordination/accept"), "{}");
    city.timeline(
        DESK,
        caseId,
        events -> types(events).stream().filter("CoordinationAccepted"::equals).count() == 2);
    caseAtTheDesk = city.gateway(DESK).get("/api" + of("")).body();
  }

  private void consents(
      int person, String purpose, String method, String day, String... recipients) {
    city.does(
        COUNTER,
        of("/consents"),
        """
        {"person": %d, "purpose": "%s", "method": "%s", "givenOn": "%s",
         "scope": ["氏名・生年月日", "住所・連絡先", "世帯構成", "病気・医療", "障害", "介護",
           "収入・仕事", "支出・滞納・借金", "住まい", "相談の内容"],
         "exclusions": [%s], "recipients": ["%s"]}
        """
            .formatted(
                person,
                purpose,
                method,
                day,
                person == 1 ? exclusions(recipients) : "",
                String.join("\", \"", recipients)));
  }

  /** Who reads what of him: money is not told to 障害相談, illness to 社協, neither to his mother's. */
  private static String exclusions(String... recipients) {
    return Stream.of(
            entry(SHOGAI, "支出・滞納・借金"),
            entry(SHAKYO, "病気・医療"),
            entry(SHAKYO, "障害"),
            entry(NISHI, "支出・滞納・借金"),
            entry(NISHI, "病気・医療"),
            entry(NISHI, "障害"))
        .filter(each -> List.of(recipients).contains(each.getKey()))
        .map(
            each ->
                "{\"agency\": \"%s\", \"detail\": \"%s\"}"
                    .formatted(each.getKey(), each.getValue()))
        .reduce((one, other) -> one + ", " + other)
        .orElseThrow();
  }

  private String sending(String receiver, String more, String ofHim) {
    return """
    {"caseId": "%s", "receiver": "%s", "mode": "協働", "urgency": "通常", %s
     "persons": [{"person": 1, "name": "仁科 義男", "basis": "本人の同意"%s}]}
    """
        .formatted(caseId, receiver, more, ofHim);
  }

  private static String debts() {
    return ", \"debt\": \"" + LOANS + "\"";
  }

  private void recorded(String form, String day) {
    city.does(
        DESK,
        of("/recorded-forms"),
        "{\"form\": \"%s\", \"dated\": \"%s\", \"persons\": [1, 2]}".formatted(form, day));
  }

  private String asked(String purpose, String more) {
    return city.does(
            DESK,
            of("/meeting-requests"),
            """
            {"conference": "重層的支援会議", "purpose": "%s", "minutes": 30, "persons": [1, 2],
             "involved": ["shakyo", "jiritsu-soudan", "shogai-kikan", "hokatsu-nishi"]%s}
            """
                .formatted(purpose, more))
        .text("requestId");
  }

  private void held(String meeting, String at) {
    city.commands(
        DESK,
        "/api/meetings/" + meeting + "/attendance",
        """
        {"heldAt": "%s", "attendees": [
          {"agency": "shakyo", "presence": "ATTENDED"},
          {"agency": "jiritsu-soudan", "presence": "ATTENDED"},
          {"agency": "shogai-kikan", "presence": "ATTENDED"},
          {"agency": "hokatsu-nishi", "presence": "ATTENDED"}]}
        """
            .formatted(at));
  }

  private void arrived(String agency, String referral) {
    city.sees(agency, "/referrals/" + referral, body -> stage(body).equals("ARRIVED"));
  }

  private static String stage(JsonNode referral) {
    return referral.path("stage").path("code").asString("");
  }

  private String of(String path) {
    return "/cases/" + caseId + path;
  }

  private static String leg(String referral, String what) {
    return "/referrals/" + referral + "/" + what;
  }

  @Test
  void V1_the_tax_office_sees_how_far_its_own_went_and_that_it_was_not_in_vain() throws Exception {
    assertThat(city.page(TAX, "/referrals/" + fromTax)).contains("到達", "開封", "受理");
    assertThat(types(city.timeline(TAX, caseId, events -> true)))
        .contains("ReferralArrived", "ReferralOpened", "ReferralAccepted");
  }

  @Test
  void V2_the_counter_reads_why_it_was_declined_the_chain_and_the_five_settled_things()
      throws Exception {
    assertThat(city.asks(COUNTER, "/referrals/" + toShogai).body().toString())
        .contains("NOT_ELIGIBLE", "手帳・診断がない");
    assertThat(city.page(COUNTER, "/cases/" + caseId)).contains("リヒト", "受入不可", "社会福祉協議会", "差戻し");
    JsonNode settled = city.asks(COUNTER, "/referrals/" + back).body();
    assertThat(settled.at("/settled/lead/agency/id").asString("")).isEqualTo(COUNTER);
    assertThat(settled.at("/settled/roles/0/agency/id").asString("")).isEqualTo(SHAKYO);
    assertThat(settled.at("/settled/rhythm").toString()).contains("月1回");
    assertThat(settled.path("dossiers").toString()).contains("春から就労体験", "家賃の滞納");
  }

  @Test
  void V3_the_desk_sees_overdue_reminded_declined_the_mark_and_keeps_the_case_until_it_is_taken() {
    assertThat(queueWhenOverdue.path(0).at("/referral/referralId").asString(""))
        .isEqualTo(toShogai);
    assertThat(types(city.timeline(DESK, caseId, events -> true)))
        .containsSubsequence(
            "ResponseDueSoon", "ResponseOverdue", "ReferralReminded", "ReferralDeclined");
    assertThat(caseAtTheDesk.toString()).contains("\"backAndForth\":true");
  }

  @Test
  void V4_shogai_is_told_first_that_its_answer_is_due_and_reads_its_own_role() {
    assertThat(receivedByShogai).contains(toShogai, "あと 4日8時間");
    assertThat(soonOf).isEmpty();
    assertThat(city.asks(SHOGAI, "/meetings?caseId=" + caseId).body().toString())
        .contains("ACCOMPANY");
  }

  @Test
  void V5_the_mothers_agency_reads_of_her_alone_and_of_him_that_he_is_to_be_called() {
    assertThat(city.asks(NISHI, "/referrals/" + toNishi).body().toString())
        .contains(MOTHER, "息子・緊急連絡先")
        .doesNotContain("義男", "糖尿病");
  }

  @Test
  void V6_D5_the_manager_counts_a_missing_resource_and_four_different_numbers() {
    assertThat(figures.facts().meetings().gaps())
        .singleElement()
        .satisfies(gap -> assertThat(gap.resource()).isEqualTo("WORK_EXPERIENCE"));
    assertThat(total(Measure.HANDED_BACK)).isOne();
    assertThat(total(Measure.SENT_BACK)).isOne();
    assertThat(total(Measure.DECLINED)).isOne();
    assertThat(total(Measure.PING_PONG)).isOne();
  }

  private long total(Measure measure) {
    return figures.buckets().entrySet().stream()
        .filter(bucket -> bucket.getKey().code().endsWith("/all"))
        .mapToLong(bucket -> bucket.getValue().count(measure))
        .sum();
  }

  /** All that an agency reads of it, by interface and on its pages. */
  private List<String> readBy(String agency) throws Exception {
    return List.of(
        city.asks(agency, "/inbox").body().toString(),
        city.asks(agency, of("")).body().toString(),
        city.asks(agency, "/tasks").body().toString(),
        city.asks(agency, "/meetings?caseId=" + caseId).body().toString(),
        city.gateway(agency).get("/api" + of("/timeline")).body().toString(),
        city.page(agency, "/"),
        city.page(agency, of("")));
  }

  @Test
  void N1_the_tax_office_reads_nothing_of_debts_illness_meetings_and_plan() throws Exception {
    for (String read : readBy(TAX)) {
      assertThat(read)
          .doesNotContain(
              "180万円", "41万円", "糖尿病", "知能検査", "支援調整会議", "PLAN_CONFIRMED", "SupportDecided");
    }
  }

  @Test
  void N2_money_is_not_told_to_shogai_nor_illness_to_shakyo_nor_either_to_his_mothers()
      throws Exception {
    for (String read : readBy(SHOGAI)) {
      assertThat(read).doesNotContain("180万円", "41万円");
    }
    for (String read : readBy(SHAKYO)) {
      assertThat(read).doesNotContain("糖尿病", "知能検査");
    }
    for (String read : readBy(NISHI)) {
      assertThat(read).doesNotContain("180万円", "41万円", "糖尿病", "知能検査");
    }
    assertThat(readByShakyo.body().toString()).contains(LOANS);
    assertThat(city.asks(SHOGAI, "/referrals/" + toShogai).body().toString()).contains(ILLNESS);
  }

  @Test
  void N3_that_shogai_declined_is_told_to_those_of_its_leg_and_the_desk_alone() throws Exception {
    for (String agency : List.of(SHAKYO, NISHI)) {
      for (String read : readBy(agency)) {
        assertThat(read).as(agency).doesNotContain("ReferralDeclined", "受入不可");
      }
      assertThat(city.asks(agency, "/referrals/" + toShogai).status()).isEqualTo(404);
    }
  }

  @Test
  void N4_the_landlord_is_no_agency_and_nothing_can_be_sent_there() {
    assertThat(toTheLandlord.isSuccess()).isFalse();
    assertThat(toTheLandlord.body().toString()).contains("receiver");
    assertThat(city.asks(COUNTER, "/directory").body().toString()).doesNotContain("midori");
  }

  @Test
  void N5_no_other_who_was_asked_reads_the_answer() throws Exception {
    assertThat(city.asks(DESK, of("")).body().toString()).contains(ANSWER);
    for (String agency : List.of(SHAKYO, NISHI, COUNTER)) {
      for (String read : readBy(agency)) {
        assertThat(read).as(agency).doesNotContain(ANSWER);
      }
    }
  }

  @Test
  void N6_for_agencies_without_a_part_the_case_does_not_exist() throws Exception {
    String none = "/cases/01980000-0000-7000-8000-000000000000";
    for (String agency : List.of("kodomo-katei", "hokatsu-higashi")) {
      assertThat(city.asks(agency, of(""))).isEqualTo(city.asks(agency, none));
      assertThat(city.gateway(agency).get("/api" + of("")))
          .isEqualTo(city.gateway(agency).get("/api" + none));
      assertThat(city.page(agency, of(""))).isEqualTo(city.page(agency, none));
    }
  }

  /**
   * What managers read of answers names no agency; where they ask for agencies, none stands first.
   */
  @Test
  void N7_nothing_that_managers_read_ranks_agencies() {
    var labels = new Labels(figures.city());
    var buckets = figures.buckets();
    var names = figures.city().agencies().stream().map(Agency::name).toList();

    assertThat(cells(LiveReports.answers(buckets, labels)))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(names);
    var outcomes = LiveReports.outcomes(buckets, labels);
    assertThat(cells(outcomes)).contains("対象外", "情報不足").doesNotContainAnyElementsOf(names);
    for (var by : TimesReport.By.values()) {
      var times = TimesReport.of(buckets, by, labels, _ -> true);
      assertThat(times.columns()).noneMatch(column -> column.label().contains("順位"));
      assertThat(firstCells(times)).as(by.label()).isNotEmpty().isSorted();
      if (by != TimesReport.By.RECEIVER && by != TimesReport.By.PAIR) {
        assertThat(cells(times)).as(by.label()).doesNotContainAnyElementsOf(names);
      }
    }
    assertThat(firstCells(TimesReport.of(buckets, TimesReport.By.RECEIVER, labels, _ -> true)))
        .as("the slowest stands where its name puts it")
        .contains("地域生活支援センター リヒト");
  }

  private static List<String> firstCells(Report report) {
    return report.rows().stream().map(row -> (String) row.getFirst()).toList();
  }

  private static List<String> cells(Report report) {
    return report.rows().stream().flatMap(List::stream).map(Object::toString).toList();
  }

  @Test
  void step_8_the_first_consent_does_not_reach_the_mothers_agency() {
    assertThat(withoutSecondConsent.text("code")).isEqualTo("NO_BASIS_FOR_PERSON");
  }

  @Test
  void step_16_the_same_case_comes_back_with_its_roles_and_plan_before_the_reader()
      throws Exception {
    assertThat(city.page(DESK, of("")))
        .contains(
            "これまでに決まったこと",
            "地域生活支援センター リヒト: 受診・手続の同行",
            "社会福祉協議会 コミュニティソーシャルワーカー: 貸付・金銭管理",
            "プランシート 第1版を読む");
    assertThat(city.page(COUNTER, of(""))).contains("会議で決まったこと", "つなぎ戻しで決まったこと", "月1回");
  }

  @Test
  void D1_D2_D3_the_statistics_time_each_answer_by_calendar_and_by_office_hours() {
    timed(fromTax, "P4DT19H30M", "PT21H45M");
    timed(toNishi, "P4DT20H", "PT22H15M");
    timed(back, "P7DT20H30M", "PT40H15M");
    Leg late = leg(toShogai);
    Instant declined = Objects.requireNonNull(late.at(Step.ENDED));
    assertThat(Duration.between(late.sentAt(), declined)).isEqualTo(Duration.parse("P17DT1H"));
    assertThat(figures.rules().workingTime().between(late.sentAt(), declined))
        .isEqualTo(Duration.ofHours(106));
    assertThat(figures.count("day-2026-12-01/all", Measure.BECAME_OVERDUE)).isOne();
  }

  private Leg leg(String referral) {
    return figures.facts().legs().stream()
        .filter(leg -> leg.referralId().toString().equals(referral))
        .findFirst()
        .orElseThrow();
  }

  private void timed(String referral, String calendar, String working) {
    Leg leg = leg(referral);
    Instant accepted = Objects.requireNonNull(leg.at(Step.ACCEPTED));
    assertThat(Duration.between(leg.sentAt(), accepted)).isEqualTo(Duration.parse(calendar));
    assertThat(figures.rules().workingTime().between(leg.sentAt(), accepted))
        .isEqualTo(Duration.parse(working));
  }

  @Test
  void D4_the_desk_coordinates_until_16_March_and_again_from_24_May() {
    assertThat(coordinatedBy("2026-12-09")).isZero();
    assertThat(coordinatedBy("2026-12-10")).isOne();
    assertThat(coordinatedBy("2027-03-15")).isOne();
    assertThat(coordinatedBy("2027-03-16")).isZero();
    assertThat(coordinatedBy("2027-05-24")).isOne();
  }

  private long coordinatedBy(String day) {
    return figures.coordinatedOn(LocalDate.parse(day)).getOrDefault("福祉相談課 調整窓口", 0L);
  }

  @Test
  void D6_the_kind_of_consultation_counts_once_what_the_desk_received() {
    var table = figures.consultations(2026, FieldsCounted.AT_RECEPTION, DESK);
    assertThat(table.total(Column.NEW)).isOne();
    assertThat(table.rows())
        .filteredOn(row -> row.count(Column.NEW) == 1)
        .extracting(row -> row.combination().label())
        .containsExactly("高齢・介護/障害/困窮");
    var next = figures.consultations(2027, FieldsCounted.AT_RECEPTION, DESK);
    assertThat(next.total(Column.REOPENED)).isOne();
    assertThat(next.total(Column.CARRIED_OVER) + next.total(Column.NEW)).isZero();
  }

  /** What each of them has on her screen, and what not. */
  @Test
  @ExtendWith(LoudWithoutChromium.class)
  void in_the_browser_each_party_sees_its_lines_and_no_others() {
    try (var chromium = new Chromium()) {
      assertThat(seen(chromium, TAX, "/referrals/" + fromTax))
          .contains("到達", "開封", "受理")
          .doesNotContain("180万円", "糖尿病", "支援調整会議");
      assertThat(seen(chromium, COUNTER, "/referrals/" + toShogai))
          .contains("受入不可", "対象外", "手帳・診断がない");
      assertThat(seen(chromium, COUNTER, "/referrals/" + back))
          .contains("主担当", "貸付・金銭管理", "春から就労体験", "家賃の滞納", "月1回");
      assertThat(seen(chromium, NISHI, "/referrals/" + toNishi))
          .contains(MOTHER, "息子・緊急連絡先")
          .doesNotContain("義男", "180万円", "糖尿病");
      for (String agency : List.of(SHAKYO, NISHI)) {
        assertThat(seen(chromium, agency, of(""))).doesNotContain("受入不可", ANSWER, "知能検査", "糖尿病");
      }
      assertThat(seen(chromium, DESK, of(""))).contains("これまでに決まったこと", "貸付・金銭管理");
      assertThat(seen(chromium, "kodomo-katei", of(""))).contains("見つかりません");
      var desk = chromium.of(new AgencyId(DESK), 1280, 800, true);
      desk.navigate(city.machine().gateway().resolve("/desk/cases/" + caseId).toString());
      Chromium.shoot(desk, "scenario-5-desk");
      Chromium.isForEverybody(desk);
      assertThat(desk.locator("main").innerText()).contains("行き来あり", "催促");
    }
  }

  private String seen(Chromium chromium, String agency, String path) {
    var page = chromium.of(new AgencyId(agency), 1280, 800, true);
    page.navigate(city.machine().connector() + "/agencies/" + agency + "/window" + path);
    Chromium.shoot(page, "scenario-5-" + agency + path.replaceAll("/([a-z]+)/.*", "-$1"));
    Chromium.isForEverybody(page);
    return page.locator("main").innerText();
  }

  @Test
  void G1_nobody_s_name_stands_in_broker_streams_or_logs() throws Exception {
    assertThat(city.whereFound(CANARIES)).isEmpty();
    assertThat(city.metrics()).noneMatch(line -> CANARIES.stream().anyMatch(line::contains));
  }
}
