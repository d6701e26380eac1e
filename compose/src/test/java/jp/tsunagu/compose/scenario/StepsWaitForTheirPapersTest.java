package jp.tsunagu.compose.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import jp.tsunagu.compose.client.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Scenario 5 from 調整依頼 (step 8) to 再開 (step 16) over HTTP, in the sample city where every step
 * waits for its papers: each is tried without them first.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StepsWaitForTheirPapersTest {
  private static final String COUNTER = "jiritsu-soudan";
  private static final String DESK = "desk";
  private static final String ROLES =
      "\"roles\": [{\"agency\": \"shakyo\", \"role\": \"MONEY_MANAGEMENT\"}]";

  private static final String PROSPECT = "就労体験を経て四つ葉の職場へ";
  private static final String REMAINS = "家賃の三つ葉ぶんの滞納";
  private static final String EXCUSE = "評価会議の五つ葉の綴りは紙にある";
  private static final List<String> SEALED = List.of(PROSPECT, REMAINS, EXCUSE);

  private ScenarioCity city;
  private SupportedHousehold household;
  private String caseId;
  private String returned;
  private Reply withoutPapers;
  private Reply withoutConsent;
  private Reply withoutRoles;
  private Reply withoutEvaluation;
  private Reply afterItsReturn;
  private List<JsonNode> events;

  @BeforeAll
  void all_steps() throws Exception {
    city = ScenarioCity.opened("komae", "2026-12-10T10:00");
    step_8_the_desk_is_asked();
    step_11_assessment_and_plan();
    step_12_the_table_confirms_the_plan();
    step_13_the_case_goes_back();
    step_14_coordination_ends_and_each_person_is_told();
    step_16_the_case_comes_back();
  }

  @AfterAll
  void end() {
    city.close();
  }

  private void step_8_the_desk_is_asked() {
    caseId = SupportedHousehold.received(city, 2);
    household = new SupportedHousehold(city, caseId, 0);
    consent(1);
    household.isCoordinated();
    withoutPapers = city.tries(DESK, of("/coordination/support-decision"), "{}");
  }

  private void step_11_assessment_and_plan() {
    city.at("2027-01-14T10:00");
    record("インテーク・アセスメントシート", "2027-01-14");
    record("プランシート", "2027-01-14");
    withoutConsent = city.tries(DESK, of("/coordination/support-decision"), "{}");
    consent(2);
  }

  private void step_12_the_table_confirms_the_plan() {
    household.isDecided(
        "1, 2",
        """
        "outcome": "PLAN_CONFIRMED",
        "roles": [{"agency": "jiritsu-soudan", "role": "LIVELIHOOD_SUPPORT"}],
        "leads": [{"agency": "jiritsu-soudan"}]
        """);
    city.timeline(DESK, caseId, told -> ScenarioCity.types(told).contains("SupportDecided"));
  }

  private void step_13_the_case_goes_back() {
    city.at("2027-02-10T13:00");
    String back = "\"receiver\": \"jiritsu-soudan\", \"urgency\": \"通常\"";
    withoutRoles = city.tries(DESK, of("/coordination/hand-back"), "{" + back + "}");
    returned =
        city.does(
                DESK,
                of("/coordination/hand-back"),
                """
                {%s, %s, "rhythm": "月1回", "lead": {"person": 1, "agency": "jiritsu-soudan"},
                 "settled": [{"person": 1, "prospect": "%s", "remains": "%s", "basis": "本人の同意"}]}
                """
                    .formatted(back, ROLES, PROSPECT, REMAINS))
            .text("referralId");
    city.does(COUNTER, "/referrals/" + returned + "/open", "{}");
    city.does(COUNTER, "/referrals/" + returned + "/accept", "{}");
  }

  private void step_14_coordination_ends_and_each_person_is_told() {
    city.at("2027-03-16T15:00");
    String leads = "\"leads\": [{\"agency\": \"jiritsu-soudan\"}]";
    withoutEvaluation = city.tries(DESK, of("/coordination/close"), "{" + leads + "}");
    record("評価シート", "2027-03-16");
    city.does(
        DESK,
        of("/coordination/close"),
        """
        {%s, "exception": "紙で済ませた", "reader": "jiritsu-soudan",
         "note": "%s", "noteAbout": 1, "noteBasis": "本人の同意"}
        """
            .formatted(leads, EXCUSE));
    city.at("2027-03-18T10:00");
    city.does(COUNTER, of("/coordination/results"), "{\"person\": 1}");
    city.does(COUNTER, of("/coordination/results"), "{\"person\": 2}");
  }

  private void step_16_the_case_comes_back() {
    city.at("2027-05-24T10:00");
    city.does(COUNTER, of("/coordination"), "{}");
    city.does(DESK, of("/coordination/accept"), "{}");
    afterItsReturn = city.tries(DESK, of("/coordination/support-decision"), "{}");
    events =
        city.timeline(
            DESK,
            caseId,
            told ->
                ScenarioCity.types(told).stream().filter("CoordinationAccepted"::equals).count()
                    == 2);
  }

  private void consent(int person) {
    city.does(
        COUNTER,
        of("/consents"),
        """
        {"person": %d, "purpose": "多機関協働", "scope": ["氏名・生年月日", "相談の内容"],
         "recipients": ["shakyo", "desk", "jiritsu-soudan"],
         "method": "書面", "givenOn": "2026-12-10"}
        """
            .formatted(person));
  }

  private void record(String form, String day) {
    city.does(
        DESK,
        of("/recorded-forms"),
        "{\"form\": \"%s\", \"dated\": \"%s\", \"persons\": [1, 2]}".formatted(form, day));
  }

  private String of(String path) {
    return "/cases/" + caseId + path;
  }

  @Test
  void each_refusal_names_what_is_missing_and_how_to_go_on() {
    assertThat(ways(withoutPapers))
        .containsExactly("RECORD_ASSESSMENT", "RECORD_PLAN", "DECIDE_IN_MEETING", "GIVE_EXCEPTION");
    assertThat(ways(withoutConsent))
        .containsExactly("RECORD_COORDINATION_CONSENT", "DECIDE_IN_MEETING", "GIVE_EXCEPTION");
    assertThat(withoutConsent.body().path("refused").path("persons").toString()).isEqualTo("[2]");
    assertThat(ways(withoutRoles)).containsExactly("SETTLE_ROLES", "GIVE_EXCEPTION");
    assertThat(ways(withoutEvaluation))
        .containsExactly(
            "RECORD_EVALUATION", "DECIDE_IN_MEETING", "GIVE_CLOSING_GROUND", "GIVE_EXCEPTION");
  }

  @Test
  void what_was_recorded_before_the_case_came_back_counts_no_more() {
    assertThat(ways(afterItsReturn)).startsWith("RECORD_ASSESSMENT", "RECORD_PLAN");
  }

  @Test
  void the_timeline_tells_the_papers_the_roles_and_the_exception() {
    assertThat(ScenarioCity.types(events))
        .containsSubsequence(
            "FormRecorded",
            "FormRecorded",
            "ItemDecided",
            "SupportDecided",
            "CaseHandedBack",
            "ReferralAccepted",
            "FormRecorded",
            "CoordinationClosed",
            "ResultReported",
            "ResultReported",
            "CoordinationRequested");
    assertThat(only("SupportDecided")).doesNotContain("例外");
    assertThat(only("CaseHandedBack")).contains("役割(社会福祉協議会", "月1回");
    assertThat(only("CoordinationClosed")).contains("例外", "紙で済ませた", "会議の決定");
  }

  @Test
  void who_gets_the_case_back_reads_the_five_things_that_are_settled() {
    JsonNode leg =
        city.sees(COUNTER, "/referrals/" + returned, body -> body.toString().contains(PROSPECT))
            .body();
    JsonNode settled = leg.path("settled");
    assertThat(settled.at("/lead/agency/id").asString("")).isEqualTo(COUNTER);
    assertThat(settled.at("/roles/0/agency/id").asString("")).isEqualTo("shakyo");
    assertThat(settled.at("/rhythm").toString()).contains("月1回");
    assertThat(leg.path("dossiers").toString()).contains(PROSPECT, REMAINS);
  }

  @Test
  void what_is_said_of_an_exception_reaches_its_reader_and_stands_nowhere_on_the_way()
      throws IOException, InterruptedException {
    city.sees(COUNTER, of(""), body -> body.toString().contains(EXCUSE));
    assertThat(events.toString()).doesNotContain(SEALED);
    assertThat(city.whereFound(SEALED)).isEmpty();
    assertThat(city.metrics()).noneMatch(line -> SEALED.stream().anyMatch(line::contains));
  }

  private String only(String type) {
    List<String> told =
        events.stream()
            .filter(event -> event.path("type").path("code").asString("").equals(type))
            .map(JsonNode::toString)
            .toList();
    assertThat(told).hasSize(1);
    return told.getFirst();
  }

  private static List<String> ways(Reply refused) {
    assertThat(refused.text("code")).as("%s", refused.body()).isEqualTo("STEP_NOT_READY");
    return StreamSupport.stream(
            refused.body().path("refused").path("nextSteps").spliterator(), false)
        .map(step -> step.path("code").asString(""))
        .toList();
  }
}
