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
 * A whole 参加支援 (図15) and a whole アウトリーチ (図12) over HTTP, in the sample city where every step waits
 * for its papers.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SupportRunsBesideTheCaseTest {
  private static final String COUNTER = SupportedHousehold.COUNTER;
  private static final String DESK = SupportedHousehold.DESK;
  private static final String WITHOUT_BASIS = "hokatsu-higashi";
  private static final String SAID = "封筒に四つ葉を入れて置いた";
  private static final String FIRST = SupportedHousehold.participation(1);
  private static final String SECOND = "\"kind\": \"アウトリーチ\", \"person\": 2";

  private ScenarioCity city;
  private SupportedHousehold household;
  private String caseId;
  private Reply withoutJudgement;
  private Reply withoutPlan;
  private Reply withoutPlace;
  private Reply withoutEvaluation;
  private Reply withoutContact;
  private List<JsonNode> events;

  @BeforeAll
  void both_supports() throws Exception {
    city = ScenarioCity.opened("komae", "2026-12-10T10:00");
    the_desk_coordinates_and_another_agency_supports();
    household.isJudgedInNeed();
    participation_from_plan_to_a_stable_relation();
    outreach_from_what_is_known_to_a_visit();
    events =
        city.timeline(
            DESK,
            caseId,
            told ->
                ScenarioCity.types(told).stream().filter("SideSupportEnded"::equals).count() == 2);
  }

  @AfterAll
  void end() {
    city.close();
  }

  private void the_desk_coordinates_and_another_agency_supports() {
    household = SupportedHousehold.of(city, 1, 2);
    caseId = household.caseId();
    var leg =
        city.does(
                COUNTER,
                "/referrals",
                "{\"caseId\": \"%s\", \"receiver\": \"%s\", \"urgency\": \"通常\"}"
                    .formatted(caseId, WITHOUT_BASIS))
            .text("referralId");
    city.does(WITHOUT_BASIS, "/referrals/" + leg + "/accept", "{}");
    withoutJudgement = city.tries(DESK, of("/supports"), SupportedHousehold.begun(1));
  }

  private void participation_from_plan_to_a_stable_relation() {
    city.does(DESK, of("/supports"), SupportedHousehold.begun(1));
    move(FIRST, "プラン");
    withoutPlan = city.tries(COUNTER, of("/supports/stage"), to(FIRST, "資源開発・マッチング"));
    record("参加支援プランシート", 1);
    move(FIRST, "資源開発・マッチング");
    withoutPlace = city.tries(COUNTER, of("/supports/stage"), to(FIRST, "定着支援・フォローアップ"));
    record("受け入れ先のアセスメントシート", 1);
    move(FIRST, "定着支援・フォローアップ");
    withoutEvaluation = city.tries(COUNTER, of("/supports/end"), "{" + FIRST + "}");
    record("参加支援評価シート", 1);
    city.does(COUNTER, of("/supports/end"), "{" + FIRST + ", \"rhythm\": \"月1回\"}");
  }

  private void outreach_from_what_is_known_to_a_visit() {
    city.does(COUNTER, of("/supports"), "{" + SECOND + ", \"reason\": \"以前から関わりがあり、信頼関係を築きやすい\"}");
    move(SECOND, "事前調整");
    record("アウトリーチプランシート", 2);
    move(SECOND, "関係構築");
    withoutContact = city.tries(COUNTER, of("/supports/stage"), to(SECOND, "訪問・同行"));
    city.does(
        COUNTER,
        of("/supports/contacts"),
        "{"
            + SECOND
            + ", \"contact\": \"手紙・置き手紙\", \"note\": \""
            + SAID
            + "\", \"noteNamesNoOne\": true}");
    move(SECOND, "訪問・同行");
    record("アウトリーチ評価シート", 2);
    city.does(COUNTER, of("/supports/end"), "{" + SECOND + "}");
  }

  private void move(String which, String stage) {
    household.move(which, stage);
  }

  private static String to(String which, String stage) {
    return SupportedHousehold.to(which, stage);
  }

  private void record(String form, int person) {
    household.record(form, person);
  }

  private String of(String path) {
    return "/cases/" + caseId + path;
  }

  @Test
  void each_refusal_names_what_is_missing_and_how_to_go_on() {
    assertThat(ways(withoutJudgement)).containsExactly("JUDGE_IN_MEETING");
    assertThat(ways(withoutPlan)).containsExactly("RECORD_PARTICIPATION_PLAN", "GIVE_EXCEPTION");
    assertThat(ways(withoutPlace)).containsExactly("RECORD_PLACE_ASSESSMENT", "GIVE_EXCEPTION");
    assertThat(ways(withoutEvaluation))
        .containsExactly(
            "RECORD_PARTICIPATION_EVALUATION", "GIVE_CLOSING_GROUND", "GIVE_EXCEPTION");
    assertThat(ways(withoutContact)).containsExactly("RECORD_CONTACT", "GIVE_EXCEPTION");
  }

  @Test
  void the_timeline_tells_each_stage_and_how_contact_goes_on() {
    assertThat(ScenarioCity.types(events))
        .containsSubsequence(
            "ItemDecided",
            "SideSupportBegun",
            "SideSupportMoved",
            "SideSupportMoved",
            "SideSupportMoved",
            "SideSupportEnded",
            "SideSupportBegun",
            "SideSupportMoved",
            "SideSupportMoved",
            "ContactRecorded",
            "SideSupportMoved",
            "SideSupportEnded");
    assertThat(events.toString()).contains("必要と判断", "参加支援: 定着支援・フォローアップ", "アウトリーチの関わりの記録", "月1回");
  }

  @Test
  void what_was_said_reaches_who_coordinates_and_stands_nowhere_on_the_way() throws IOException {
    city.sees(DESK, "/cases/" + caseId, body -> body.toString().contains(SAID));
    assertThat(city.whereFound(List.of(SAID))).isEmpty();
  }

  @Test
  void an_agency_without_a_basis_learns_nothing_and_an_outsider_finds_no_case() {
    assertThat(city.gateway(WITHOUT_BASIS).get("/api/cases/" + caseId).body().path("beside"))
        .isEmpty();
    assertThat(
            city.gateway(WITHOUT_BASIS).get("/api/cases/" + caseId + "/timeline").body().toString())
        .contains("ReferralAccepted")
        .doesNotContain("SideSupport", "ContactRecorded", "アウトリーチ");
    assertThat(
            city.tries(
                    WITHOUT_BASIS,
                    of("/supports/contacts"),
                    "{" + SECOND + ", \"contact\": \"訪問\"}")
                .text("code"))
        .isEqualTo("SIDE_SUPPORT_NOT_RUNNING");
    assertThat(
            city.tries(
                    "kodomo-katei",
                    of("/supports/contacts"),
                    "{" + SECOND + ", \"contact\": \"訪問\"}")
                .status())
        .isEqualTo(404);
  }

  private static List<String> ways(Reply refused) {
    assertThat(refused.text("code")).as("%s", refused.body()).isEqualTo("STEP_NOT_READY");
    return StreamSupport.stream(
            refused.body().path("refused").path("nextSteps").spliterator(), false)
        .map(step -> step.path("code").asString(""))
        .toList();
  }
}
