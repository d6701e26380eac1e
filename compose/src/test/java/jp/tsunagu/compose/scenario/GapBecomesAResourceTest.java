package jp.tsunagu.compose.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.compose.client.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A gap (地域課題) that a counter notices for five households is brought before 福祉のまちづくり委員会, developed,
 * and becomes a resource (社会資源) of the register.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GapBecomesAResourceTest {
  private static final String COUNTER = SupportedHousehold.COUNTER;
  private static final String OTHER = "hokatsu-higashi";
  private static final String WHAT = "夕方に一人で過ごす人の居場所";
  private static final String OUTLINE =
      """
      {"what": "%s", "kind": "PLACE_TO_BE", "area": "nishi", "programme": "PARTICIPATION"}
      """
          .formatted(WHAT);

  private ScenarioCity city;
  private final List<String> households = new ArrayList<>();
  private String issue;
  private Reply entered;

  @BeforeAll
  void it_is_noticed_for_a_household() throws Exception {
    city = ScenarioCity.opened("komae", "2026-12-10T10:00");
    for (var household = 0; household < 5; household++) {
      households.add(SupportedHousehold.received(city, 1));
    }
    entered =
        city.registers(COUNTER, "/cases/" + households.getFirst() + "/issues", OUTLINE, "gap-1");
    issue = entered.text("issueId");
  }

  @AfterAll
  void end() {
    city.close();
  }

  @Test
  void its_number_is_told_from_five_households_on_and_then_it_is_followed_to_a_resource()
      throws IOException, InterruptedException {
    assertThat(entered.status()).as("%s", entered.body()).isEqualTo(200);
    for (var household : households.subList(0, 4)) {
      notice(household);
      notice(household);
    }
    assertThat(city.asks(OTHER, "/issues/" + issue).body().has("occurrences")).isFalse();
    assertThat(city.page(OTHER, "/issues")).contains(WHAT, "5件未満", "0世帯");
    assertThat(city.page(COUNTER, "/issues")).contains("5件未満", "4世帯");
    var mistaken = households.get(1);
    assertThat(city.page(COUNTER, "/cases/" + mistaken + "/issues")).contains("取り消す</button>");
    var back = "/cases/" + mistaken + "/issues/" + issue + "/take-back";
    assertThat(city.sends(COUNTER, back, Map.of()).statusCode()).isEqualTo(302);
    assertThat(city.page(COUNTER, "/issues")).contains("3世帯");
    assertThat(city.page(COUNTER, "/cases/" + mistaken + "/issues")).contains("に取り消しました");
    assertThat(city.asks(COUNTER, "/cases/" + mistaken + "/issues").body().path("issues"))
        .isEmpty();
    notice(mistaken);
    notice(households.getLast());
    city.sees(OTHER, "/issues/" + issue, body -> body.path("occurrences").asInt(0) == 5);
    isFollowed();
    assertThat(city.page(OTHER, "/issues"))
        .contains("5件", "福祉のまちづくり委員会", "空き店舗の居場所", "社会資源になった")
        .doesNotContain(households.getFirst());
    assertThat(city.asks(OTHER, "/issues?stage=NOTICED").body().path("issues")).isEmpty();
  }

  private void notice(String household) {
    var reply =
        city.registers(COUNTER, "/cases/" + household + "/issues/" + issue, "{}", household);
    assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
  }

  private void isFollowed() throws IOException, InterruptedException {
    step("submit", Map.of("body", "福祉のまちづくり委員会", "basedOn", "1"));
    step("develop", Map.of("development", "空き店舗の居場所", "basedOn", "2"));
    var resource =
        city.registers(
                "shakyo",
                "/resources",
                "{\"what\": \"夕方の居場所\", \"capacity\": 8, \"since\": \"2026-12-10\"}")
            .text("resourceId");
    city.sees(COUNTER, "/resources/" + resource, body -> body.has("resourceId"));
    assertThat(city.sends(COUNTER, "/issues/" + issue + "/finish", Map.of("basedOn", "3")).body())
        .contains("か所を直してください");
    step("finish", Map.of("resource", resource, "basedOn", "3"));
    var steps = city.asks(COUNTER, "/issues/" + issue).body().path("steps");
    assertThat(steps).hasSize(3);
    assertThat(steps.path(2).path("resource").asString("")).isEqualTo("夕方の居場所");
  }

  private void step(String move, Map<String, String> form)
      throws IOException, InterruptedException {
    var all = new HashMap<>(form);
    all.put("happenedOn", "2026-12-10");
    var answer = city.sends(COUNTER, "/issues/" + issue + "/" + move, all);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
  }

  @Test
  void beside_the_case_what_was_noticed_stands_and_nobody_else_reads_of_which_household()
      throws IOException, InterruptedException {
    var own = "/cases/" + households.getFirst() + "/issues";
    assertThat(city.asks(COUNTER, own).body().path("issues"))
        .extracting(one -> one.path("issueId").asString(""))
        .containsExactly(issue);
    assertThat(city.page(COUNTER, own)).contains(WHAT, "記録しました");
    assertThat(city.page(COUNTER, own + "?do=record")).contains("だれのことか分かる書き方はしないでください");
    assertThat(city.asks(OTHER, own).status()).isEqualTo(404);
    assertThat(city.asks(OTHER, "/issues").body().toString())
        .doesNotContain(households.getFirst(), households.getLast());
  }

  @Test
  void who_did_not_enter_it_reads_it_and_cannot_move_it() throws IOException, InterruptedException {
    var second =
        city.registers(
            OTHER,
            "/issues",
            "{\"what\": \"通院の足\", \"kind\": \"TRANSPORT\", \"programme\": \"第1号 包括的相談支援\"}");
    assertThat(second.status()).as("%s", second.body()).isEqualTo(200);
    var id = second.text("issueId");
    city.sees(COUNTER, "/issues/" + id, body -> body.has("issueId"));
    var aside = "{\"ground\": \"NO_MEANS\", \"happenedOn\": \"2026-12-10\", \"basedOn\": 1}";
    assertThat(city.registers(COUNTER, "/issues/" + id + "/set-aside", aside).text("code"))
        .isEqualTo("NOT_YOURS");
    assertThat(city.registers(OTHER, "/issues/" + id + "/finish", finished()).text("code"))
        .isEqualTo("FORM_INVALID");
    assertThat(
            city.registers(SupportedHousehold.DESK, "/issues/" + id + "/set-aside", aside)
                .body()
                .path("steps")
                .path(0)
                .path("ground")
                .path("label")
                .asString(""))
        .isEqualTo("担い手・予算がない");
  }

  private static String finished() {
    return "{\"resource\": \"nothing\", \"happenedOn\": \"2026-12-10\", \"basedOn\": 1}";
  }
}
