package jp.tsunagu.connector.web;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestNetwork.DESK;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestApi.Reply;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseNumberApiTest {

  private static final String FIELDS = "{\"fields\": [\"困窮\"]}";

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
  void what_is_done_to_a_case_by_its_number_is_done_to_the_case() {
    CaseId caseId = known(HIGASHI);
    Reply done = api.post(HIGASHI, "/cases/" + typed(caseId) + "/fields", FIELDS);
    assertThat(done.status()).as(done.body()).isEqualTo(202);
    assertThat(done.json().path("caseId").asString()).isEqualTo(caseId.toString());
    assertThat(done.json().path("caseNumber").asString()).isEqualTo(number(caseId));
    await().atMost(SOON).until(() -> !api.commands(HIGASHI, caseId).isEmpty());
    String inKanji = URLEncoder.encode(number(caseId), StandardCharsets.UTF_8);
    assertThat(api.post(HIGASHI, "/cases/" + inKanji + "/fields", FIELDS).status()).isEqualTo(202);
    assertThat(api.get(HIGASHI, "/meetings?caseId=" + inKanji).status()).isEqualTo(200);
  }

  @Test
  void every_list_names_a_case_by_its_number_too() {
    CaseId caseId = known(HIGASHI);
    Reply done = api.post(HIGASHI, "/cases/" + caseId + "/fields", FIELDS);
    String command = done.json().path("commandIds").get(0).asString();
    String both = "\"caseId\":\"" + caseId + "\",\"caseNumber\":\"" + number(caseId) + "\"";
    assertThat(
            List.of(
                "/inbox?limit=500", "/cases?limit=200", "/cases/" + caseId, "/commands/" + command))
        .allSatisfy(path -> assertThat(api.get(HIGASHI, path).body()).contains(both));
  }

  @Test
  void a_strangers_number_answers_on_every_route_as_one_that_nobody_has() {
    String foreign = typed(known(SHAKYO));
    List<String> routes = routesWithACase();
    assertThat(routes).hasSizeGreaterThan(10).contains("get /cases/{caseId}");
    for (String route : routes) {
      Reply strangers = call(route, foreign);
      assertThat(strangers.status()).as(route).isEqualTo(404);
      assertThat(strangers.body())
          .as(route)
          .isEqualTo(call(route, nobodys()).body())
          .isEqualTo(call(route, UUID.randomUUID().toString()).body());
      assertThat(comparable(strangers)).isEqualTo(comparable(call(route, nobodys())));
    }
    Reply list = api.get(DESK, "/meetings?caseId=" + foreign);
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.body())
        .isEqualTo(api.get(DESK, "/meetings?caseId=" + nobodys()).body())
        .isEqualTo(api.get(DESK, "/meetings?caseId=" + UUID.randomUUID()).body());
    assertThat(api.get(DESK, "/meetings?caseId=R8-01234-5").status()).isEqualTo(400);
  }

  /** No limit of time: only whether the two kinds can be told apart, whatever the machine does. */
  @Test
  void a_strangers_number_takes_as_long_as_one_that_nobody_has() {
    String foreign = typed(known(SHAKYO));
    List<Long> strangers = new ArrayList<>();
    List<Long> nobodys = new ArrayList<>();
    for (int round = 0; round < 300; round++) {
      strangers.add(nanos(() -> api.get(DESK, "/cases/" + foreign)));
      nobodys.add(nanos(() -> api.get(DESK, "/cases/" + nobodys())));
    }
    double ratio = median(strangers) / median(nobodys);
    assertThat(ratio).isBetween(1 / 3.0, 3.0);
  }

  @Test
  void two_cases_under_one_number_are_told_apart_by_their_ids() {
    CaseId one = known(HIGASHI);
    CaseId other = known(HIGASHI);
    restoredWithTheNumberOf(one, other);
    List<Reply> replies =
        List.of(
            api.get(HIGASHI, "/cases/" + typed(one)),
            api.post(HIGASHI, "/cases/" + typed(one) + "/fields", FIELDS),
            api.get(HIGASHI, "/meetings?caseId=" + typed(one)));
    for (Reply reply : replies) {
      assertThat(reply.status()).as(reply.body()).isEqualTo(409);
      assertThat(reply.header("Retry-After")).as("waiting changes nothing").isEmpty();
      assertThat(reply.json().path("code").asString()).isEqualTo("CASE_NUMBER_AMBIGUOUS");
      assertThat(reply.json().path("errors").get(0).path("choices").findValuesAsString("code"))
          .containsExactlyInAnyOrder(one.toString(), other.toString());
    }
    assertThat(api.get(HIGASHI, "/cases/" + one).status()).isEqualTo(200);
    assertThat(api.get(DESK, "/cases/" + typed(one)).status()).isEqualTo(404);
  }

  private static void restoredWithTheNumberOf(CaseId one, CaseId other) {
    int changed =
        api.bean(Databases.class)
            .of(HIGASHI)
            .jdbc()
            .sql("update supported_case set case_number = :number where case_id = :other")
            .param("number", number(one))
            .param("other", other.value())
            .update();
    assertThat(changed).isOne();
  }

  /** A case this agency was told of. */
  private static CaseId known(AgencyId agency) {
    CaseId caseId = Samples.caseId();
    api.network()
        .deliver(
            agency,
            caseId,
            new ReferralOpened(TestNetwork.header(caseId, 1, agency), Samples.referralId()));
    await().atMost(SOON).until(() -> api.get(agency, "/cases/" + caseId).status() == 200);
    return caseId;
  }

  private static String number(CaseId caseId) {
    return TestNetwork.numberOf(caseId).value();
  }

  /** As it can stand in a URL without being encoded. */
  private static String typed(CaseId caseId) {
    return "R8" + number(caseId).substring(3);
  }

  private static String nobodys() {
    return CaseNumber.of(LocalDate.of(2026, 9, 3), CaseNumber.LARGEST_SERIAL - 1)
        .map(number -> "R8" + number.value().substring(3))
        .orElseThrow();
  }

  /** What the document of the interface has under a case. */
  private static List<String> routesWithACase() {
    String prefix = "/agencies/{agencyId}/api";
    return api.send(HttpRequest.newBuilder(api.uri("/v3/api-docs")).build())
        .json()
        .path("paths")
        .propertyStream()
        .filter(path -> path.getKey().startsWith(prefix + "/cases/{caseId}"))
        .flatMap(
            path ->
                path.getValue()
                    .propertyStream()
                    .map(
                        method -> method.getKey() + " " + path.getKey().substring(prefix.length())))
        .toList();
  }

  private static Reply call(String route, String called) {
    String path =
        route
            .substring(route.indexOf(' ') + 1)
            .replace("{caseId}", called)
            .replace("{person}", "1")
            .replaceAll("\\{\\w+}", "00000000-0000-7000-8000-000000000001");
    return route.startsWith("get ") ? api.get(DESK, path) : api.post(DESK, path, "{}");
  }

  private static Map<String, List<String>> comparable(Reply reply) {
    Map<String, List<String>> headers = new TreeMap<>(reply.response().headers().map());
    List.of("date", "connection").forEach(headers::remove);
    return headers;
  }

  private static long nanos(Supplier<Reply> asked) {
    long begun = System.nanoTime();
    assertThat(asked.get().status()).isEqualTo(404);
    return System.nanoTime() - begun;
  }

  private static double median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
