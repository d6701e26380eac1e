package jp.tsunagu.connector.web;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestApi.Reply;
import jp.tsunagu.connector.testing.TestPostgres;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.testing.ProblemShape;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class SubmissionsApiTest {

  private static final String SHEET =
      "{\"consultation\": {\"fields\": [\"OTHER\"], \"area\": \"east\", \"urgency\": \"NORMAL\"}}";

  @TempDir static Path directory;
  private static TestApi api;

  @BeforeAll
  static void start() {
    api = new TestApi(directory, Map.of());
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void each_item_is_answered_like_a_post_of_its_own_and_what_can_be_is_stored() {
    CaseId known = received();
    String referral =
        "{\"caseId\": \"" + known + "\", \"urgency\": \"NORMAL\", \"receiver\": \"shakyo\"}";
    List<String> items =
        List.of(
            item("several-1", "sheet", SHEET),
            item("several-2", "referral", referral),
            item("several-3", "sheet", SHEET.replace("\"east\"", "\"nowhere\"")),
            item("several-4", "referral", referral.replace(known.toString(), "令和8-99999-9")),
            item("", "sheet", SHEET),
            item("several-1", "sheet", SHEET),
            item("several-1", "referral", referral),
            "{\"idempotencyKey\": \"several-8\", \"letter\": {}}");

    Reply reply = posted(items);

    assertThat(reply.status()).isEqualTo(200);
    List<JsonNode> told = told(reply);
    assertThat(told)
        .extracting(each -> each.path("status").asInt())
        .containsExactly(202, 202, 400, 400, 400, 202, 422, 400);
    assertThat(told.get(0).path("location").asString())
        .endsWith(told.get(0).path("answer").path("commandIds").get(0).asString());
    assertThat(told.get(5)).isEqualTo(told.get(0));
    assertThat(told.get(2).path("problem").path("errors").get(0).path("field").asString())
        .isEqualTo("consultation.area");
    assertThat(told.get(3).path("problem").path("errors").get(0).path("field").asString())
        .isEqualTo("caseId");
    assertThat(told.get(4).path("problem").path("code").asString())
        .isEqualTo("IDEMPOTENCY_KEY_MISSING");
    assertThat(told.get(6).path("problem").path("code").asString()).isEqualTo("KEY_REUSED");
    told.stream()
        .filter(each -> each.has("problem"))
        .forEach(
            each ->
                ProblemShape.ofBody(each.path("problem").toString(), each.path("status").asInt()));

    CaseId fresh = CaseId.of(told.get(0).path("answer").path("caseId").asString());
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(api.commands(HIGASHI, fresh))
                    .singleElement()
                    .isInstanceOf(ReceiveSheet.class));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(api.commands(HIGASHI, known))
                    .hasSize(2)
                    .last()
                    .isInstanceOf(SendReferral.class));
    assertThat(told(posted(items)).subList(0, 2)).isEqualTo(told.subList(0, 2));
  }

  @Test
  void what_a_command_is_about_is_read_once() {
    CaseId known = received();
    JdbcClient database = api.bean(Databases.class).of(HIGASHI).jdbc();
    String reading = "supported_case c\\s+where c.case_id = ";
    long before = TestPostgres.executed(database, reading);

    Reply reply =
        api.post(
            HIGASHI,
            "/referrals",
            "{\"caseId\": \"" + known + "\", \"urgency\": \"NORMAL\", \"receiver\": \"shakyo\"}");

    assertThat(reply.status()).as(reply.body()).isEqualTo(202);
    assertThat(TestPostgres.executed(database, reading) - before).isEqualTo(1);
  }

  @Test
  void an_item_that_would_be_too_large_is_refused_alone() {
    String person =
        """
        {"person": 1, "basis": "CONSENT", "name": "見本 花子", "wish": "%1$s", "health": "%1$s", "care": "%1$s"}
        """;
    String sheet =
        """
        {"consultation": {"fields": ["OTHER"], "area": "east", "urgency": "NORMAL", "persons": 30},
         "persons": [%s], "referral": {"receiver": "shakyo"}}
        """;
    String persons =
        String.join(
            ",",
            IntStream.rangeClosed(1, 30)
                .mapToObj(
                    number ->
                        person
                            .formatted("長".repeat(4_000))
                            .replace("\"person\": 1", "\"person\": " + number))
                .toList());

    List<JsonNode> told =
        told(
            posted(
                List.of(
                    item("large-1", "sheet", sheet.formatted(persons)),
                    item("large-2", "sheet", SHEET))));

    assertThat(told.get(1).path("status").asInt()).isEqualTo(202);
    assertThat(told.get(0).path("status").asInt()).as(told.get(0).toString()).isEqualTo(413);
  }

  @Test
  void the_whole_is_refused_only_where_it_cannot_be_read_or_is_too_long() {
    assertThat(api.post(HIGASHI, "/submissions", "{").status()).isEqualTo(400);
    assertThat(api.post(HIGASHI, "/submissions", "{}").status()).isEqualTo(400);
    assertThat(api.post(HIGASHI, "/submissions", "{\"items\": []}").status()).isEqualTo(400);
    Reply tooMany = posted(Collections.nCopies(101, item("many", "sheet", SHEET)));
    assertThat(tooMany.status()).isEqualTo(413);
    assertThat(tooMany.json().path("code").asString()).isEqualTo("TOO_LARGE");
    assertThat(
            api.send(
                    api.request(HIGASHI + "-sample", "/agencies/" + SHAKYO + "/api/submissions")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .header("Content-Type", "application/json")
                        .build())
                .status())
        .isEqualTo(404);
  }

  @Test
  void a_hundred_are_stored_with_one_request_and_again_with_no_effect() {
    List<String> items =
        IntStream.range(0, 100).mapToObj(n -> item("hundred-" + n, "sheet", SHEET)).toList();

    List<JsonNode> first = told(posted(items));

    assertThat(first)
        .hasSize(100)
        .allSatisfy(each -> assertThat(each.path("status").asInt()).isEqualTo(202));
    assertThat(told(posted(items))).isEqualTo(first);
    assertThat(first.stream().map(each -> each.path("answer").path("caseId").asString()).distinct())
        .hasSize(100);
  }

  @Test
  void the_example_of_the_readme_works() throws IOException {
    String readme = Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
    Matcher example =
        Pattern.compile("## Many at once.*?```json\n(.*?)```", Pattern.DOTALL).matcher(readme);
    assertThat(example.find()).isTrue();

    Reply reply =
        api.send(
            api.posting(
                    HIGASHI,
                    "/submissions",
                    example.group(1).replace("令和8-01234-4", received().toString()))
                .build());

    assertThat(told(reply))
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.path("status").asInt()).isEqualTo(202));
  }

  private static CaseId received() {
    return CaseId.of(api.post(HIGASHI, "/consultations", SHEET).json().path("caseId").asString());
  }

  private static String item(String key, String what, String body) {
    return "{\"idempotencyKey\": \"" + key + "\", \"" + what + "\": " + body + "}";
  }

  /** Without a key for the whole. */
  private static Reply posted(List<String> items) {
    return api.send(
        api.posting(HIGASHI, "/submissions", "{\"items\": [" + String.join(",", items) + "]}")
            .build());
  }

  private static List<JsonNode> told(Reply reply) {
    return reply.json().path("items").valueStream().toList();
  }
}
