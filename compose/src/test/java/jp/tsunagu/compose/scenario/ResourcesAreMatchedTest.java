package jp.tsunagu.compose.scenario;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * The examples of 狛江市 表5 over HTTP: each entered by an agency as a resource (社会資源), matched in a
 * 参加支援 of another agency, 定着支援, and ended.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ResourcesAreMatchedTest {
  private static final String COUNTER = SupportedHousehold.COUNTER;
  private static final String OFFERS = "shakyo";

  /** What is offered, for whom, and how many places it has. */
  private record Example(String what, String forWhom, String field, int capacity) {}

  private static final List<Example> EXAMPLES =
      List.of(
          new Example("養護老人ホームの空き部屋", "親の入院で一人になった人", "高齢・介護", 1),
          new Example("保育園の空き部屋(夕方)", "孤立しがちな親子", "子ども", 5),
          new Example("B型事業所の空き枠", "制度の対象にならない人", "障害", 1),
          new Example("男の料理教室の講師", "料理の経験を生かしたい人", "その他", 1),
          new Example("広報紙の挿絵", "家で少しずつ作業したい人", "その他", 2),
          new Example("登下校の見守り", "朝に外へ出たい人", "子ども", 3),
          new Example("子ども食堂の手伝い", "人と関わる役割がほしい人", "困窮", 2));

  private ScenarioCity city;
  private SupportedHousehold household;
  private final Map<String, JsonNode> entered = new LinkedHashMap<>();
  private final List<JsonNode> matched = new ArrayList<>();
  private Reply tooEarly;
  private Reply full;
  private Reply foreign;

  @BeforeAll
  void every_example_from_its_entry_to_its_end() throws Exception {
    city = ScenarioCity.opened("komae", "2026-12-10T10:00");
    household = SupportedHousehold.of(city, EXAMPLES.size(), EXAMPLES.size());
    EXAMPLES.forEach(example -> entered.put(example.what(), enter(example)));
    household.isJudgedInNeed();
    for (var person = 1; person <= EXAMPLES.size(); person++) {
      isPlanned(person);
    }
    tooEarly = tries(id(EXAMPLES.getFirst().what()), 1);
    for (var place = 0; place < EXAMPLES.size(); place++) {
      household.move(SupportedHousehold.participation(place + 1), "資源開発・マッチング");
      match(EXAMPLES.get(place).what(), place + 1);
    }
    full = tries(id(EXAMPLES.getFirst().what()), 2);
    foreign =
        city.registers(
            COUNTER, "/resources/" + id("登下校の見守り") + "/end", "{\"endedOn\": \"2027-01-28\"}");
    for (var person = 1; person <= EXAMPLES.size(); person++) {
      settlesAndEnds(person);
    }
  }

  @AfterAll
  void end() {
    city.close();
  }

  private JsonNode enter(Example example) {
    var reply =
        city.registers(
            OFFERS,
            "/resources",
            """
            {"what": "%s", "forWhom": "%s", "place": "市内", "fields": ["%s"], "capacity": %d,
             "since": "2026-12-01"}
            """
                .formatted(example.what(), example.forWhom(), example.field(), example.capacity()));
    assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
    return reply.body();
  }

  private String id(String what) {
    return Objects.requireNonNull(entered.get(what)).path("resourceId").asString("");
  }

  private void isPlanned(int person) {
    city.does(COUNTER, household.path("/supports"), SupportedHousehold.begun(person));
    household.move(SupportedHousehold.participation(person), "プラン");
    household.record("参加支援プランシート", person);
  }

  private Reply tries(String resource, int person) {
    return city.registers(
        COUNTER, household.path("/places/" + resource), "{\"person\": " + person + "}");
  }

  private Reply matches(String resource, int person) {
    return city.registers(
        COUNTER,
        household.path("/places/" + resource),
        "{\"person\": " + person + "}",
        "match-" + person);
  }

  /** As soon as this agency has learned that the support has come so far. */
  private void match(String what, int person) {
    var reply =
        await()
            .atMost(SOON)
            .until(() -> matches(id(what), person), answer -> answer.status() != 400);
    assertThat(reply.status()).as("%s: %s", what, reply.body()).isEqualTo(200);
    matched.add(reply.body());
  }

  private void settlesAndEnds(int person) {
    var which = SupportedHousehold.participation(person);
    household.record("受け入れ先のアセスメントシート", person);
    household.move(which, "定着支援・フォローアップ");
    household.record("参加支援評価シート", person);
    city.does(COUNTER, household.path("/supports/end"), "{" + which + "}");
  }

  @Test
  void each_is_seen_by_every_agency_as_it_was_entered() {
    var seen =
        city.sees(
                "hokatsu-higashi",
                "/resources",
                body -> body.path("resources").size() >= EXAMPLES.size())
            .body()
            .path("resources");
    assertThat(seen)
        .extracting(one -> one.path("offer").path("what").asString(""))
        .containsAll(EXAMPLES.stream().map(Example::what).toList());
    assertThat(city.asks("hokatsu-higashi", "/resources?field=DISABILITY").body().toString())
        .contains("B型事業所の空き枠")
        .doesNotContain("子ども食堂の手伝い");
  }

  @Test
  void a_place_is_taken_while_somebody_is_matched_and_given_back_when_her_support_ends() {
    for (var place = 0; place < EXAMPLES.size(); place++) {
      var capacity = EXAMPLES.get(place).capacity();
      assertThat(matched.get(place).path("free").asInt(-1)).isEqualTo(capacity - 1);
      city.sees(
          OFFERS,
          "/resources/" + id(EXAMPLES.get(place).what()),
          body -> body.path("free").asInt(-1) == capacity);
    }
    assertThat(city.asks(COUNTER, household.path("/places")).body().path("places"))
        .hasSize(EXAMPLES.size())
        .allSatisfy(place -> assertThat(place.has("givenBackAt")).isTrue());
  }

  @Test
  void on_the_page_one_is_entered_changed_and_ended_and_every_agency_reads_it()
      throws IOException, InterruptedException {
    var what = "朝の畑の水やり";
    var form = new HashMap<>(Map.of("what", what, "capacity", "2", "since", "2026-12-01"));
    assertThat(city.sends(OFFERS, "/resources/record", Map.of("what", what)).body())
        .contains("か所を直してください");
    assertThat(city.sends(OFFERS, "/resources/record", form).statusCode()).isEqualTo(302);
    var found = "/resources?words=" + URLEncoder.encode("水やり", StandardCharsets.UTF_8);
    assertThat(city.page("hokatsu-higashi", found))
        .contains(what, "2/2人")
        .doesNotContain("変える</a>");
    var id =
        city.asks(OFFERS, found).body().path("resources").path(0).path("resourceId").asString("");
    form.putAll(Map.of("capacity", "3", "basedOn", "1"));
    assertThat(city.sends(OFFERS, "/resources/" + id + "/change", form).statusCode())
        .isEqualTo(302);
    assertThat(city.page(OFFERS, found)).contains("3/3人", "変える</a>");
    assertThat(city.sends(OFFERS, "/resources/" + id + "/change", form).body())
        .contains("ほかの人が先に内容を変えました");
    assertThat(
            city.sends(OFFERS, "/resources/" + id + "/end", Map.of("endedOn", "2026-12-10"))
                .statusCode())
        .isEqualTo(302);
    assertThat(city.page(OFFERS, found)).doesNotContain(what);
    assertThat(city.page(OFFERS, found + "&ended=true")).contains(what, "終了");
  }

  @Test
  void beside_the_case_the_page_shows_what_was_found_and_given_back()
      throws IOException, InterruptedException {
    assertThat(city.page(COUNTER, household.path("/places")))
        .contains("登下校の見守り", "に返しました", "段階になると、ここからつなげます");
    assertThat(city.page(COUNTER, household.path("/supports"))).contains("社会資源を探す・つなぐ");
  }

  @Test
  void what_cannot_be_is_refused_with_a_reason() {
    assertThat(tooEarly.status()).isEqualTo(400);
    assertThat(tooEarly.body().toString()).contains("person", "資源開発・マッチング");
    assertThat(full.text("code")).isEqualTo("FULL");
    assertThat(foreign.text("code")).isEqualTo("NOT_YOURS");
  }

  @Test
  void the_same_wish_again_is_one_and_another_under_its_key_is_refused() {
    var first =
        """
        {"what": "空き店舗の居場所", "capacity": 1, "since": "2026-12-01"}
        """;
    var entered = city.registers(OFFERS, "/resources", first, "resource-1").text("resourceId");
    assertThat(city.registers(OFFERS, "/resources", first, "resource-1").text("resourceId"))
        .isEqualTo(entered);
    var end = "{\"endedOn\": \"2026-12-10\"}";
    var other = city.registers(OFFERS, "/resources/" + entered + "/end", end, "resource-1");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("code")).isEqualTo("KEY_REUSED");
    assertThat(city.asks(OFFERS, "/resources/" + entered).body().has("endedOn")).isFalse();
  }

  @Test
  void what_was_asked_for_before_is_answered_as_then_also_when_the_support_has_ended() {
    var last = EXAMPLES.size();
    var again = matches(id(EXAMPLES.getLast().what()), last);
    assertThat(again.status()).as("%s", again.body()).isEqualTo(200);
    assertThat(tries(id(EXAMPLES.getLast().what()), last).status()).isEqualTo(400);
  }

  @Test
  void a_place_is_given_back_beside_its_own_case_alone() throws IOException, InterruptedException {
    var other = SupportedHousehold.received(city, 1);
    var places = city.asks(COUNTER, household.path("/places")).body().path("places");
    var back = "/places/" + places.path(0).path("placeId").asString("") + "/return";
    assertThat(city.sends(COUNTER, "/cases/" + other + back, Map.of()).statusCode()).isEqualTo(404);
    assertThat(city.sends(COUNTER, household.path(back), Map.of()).statusCode()).isEqualTo(302);
  }

  @Test
  void nobody_else_learns_for_whom_a_place_was_taken() throws IOException {
    var own = city.asks(OFFERS, household.path("/places"));
    assertThat(own.status()).as("it sits at the table of the case").isEqualTo(200);
    assertThat(own.body().path("places")).isEmpty();
    assertThat(city.asks("kodomo-katei", household.path("/places")).status()).isEqualTo(404);
    var register = city.asks(OFFERS, "/resources?ended=true").body().toString();
    assertThat(register).doesNotContain(household.caseId(), COUNTER);
    assertThat(
            city.gateway(SupportedHousehold.DESK)
                .get("/api" + household.path("/timeline"))
                .body()
                .toString())
        .doesNotContain(id("B型事業所の空き枠"));
  }
}
