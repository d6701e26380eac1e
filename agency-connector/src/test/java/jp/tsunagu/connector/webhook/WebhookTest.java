package jp.tsunagu.connector.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("slow")
class WebhookTest {

  private static final String SECRET = "a secret of the tests";

  @TempDir static Path directory;
  private static WireMockServer system;
  private static TestApi api;

  @BeforeAll
  static void start() {
    system = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    system.start();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("tsunagu.connector.agencies[0].webhook.url", system.url("/news"));
    settings.put("tsunagu.connector.agencies[0].webhook.secret", SECRET);
    settings.put("tsunagu.webhook.first-retry", "200ms");
    settings.put("tsunagu.webhook.attempts", "3");
    settings.put("tsunagu.webhook.answer-timeout", "1s");
    api = new TestApi(directory, settings);
  }

  @AfterAll
  static void stop() {
    api.close();
    system.stop();
  }

  @BeforeEach
  void forget() {
    system.resetAll();
  }

  @Test
  void news_is_posted_and_signed() throws Exception {
    system.stubFor(post("/news").willReturn(aResponse().withStatus(204)));
    CaseId caseId = Samples.caseId();
    deliverOpened(caseId, 1);

    LoggedRequest told =
        await().atMost(SOON).until(() -> told(caseId), it -> it.size() == 1).getFirst();

    assertThat(told.getBodyAsString())
        .contains("\"caseNumber\":\"" + TestNetwork.numberOf(caseId) + "\"");
    assertThat(told.getHeader("webhook-id")).hasSize(36);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String signed =
        told.getHeader("webhook-id")
            + "."
            + told.getHeader("webhook-timestamp")
            + "."
            + told.getBodyAsString();
    String expected =
        Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    assertThat(told.getHeader("webhook-signature")).isEqualTo("v1," + expected);
  }

  @Test
  void what_failed_comes_again_with_the_same_id_and_holds_back_its_case() {
    CaseId caseId = Samples.caseId();
    failing("first", "Started");
    system.stubFor(
        post("/news")
            .inScenario("first")
            .whenScenarioStateIs("again")
            .willReturn(aResponse().withStatus(200)));
    ReferralId referralId = deliverOpened(caseId, 1);
    api.network()
        .deliver(
            HIGASHI,
            caseId,
            new ReferralAccepted(TestNetwork.header(caseId, 2, SHAKYO), referralId, null));

    List<LoggedRequest> told = await().atMost(SOON).until(() -> told(caseId), it -> it.size() >= 3);

    assertThat(told)
        .extracting(request -> request.getBodyAsString().contains("ReferralAccepted"))
        .containsExactly(false, false, true);
    assertThat(told.get(0).getHeader("webhook-id")).isEqualTo(told.get(1).getHeader("webhook-id"));
  }

  @Test
  void an_answer_that_does_not_end_holds_nobody_back() {
    system.stubFor(
        post("/news")
            .willReturn(
                aResponse().withStatus(200).withBody("more").withChunkedDribbleDelay(4, 120_000)));
    CaseId caseId = Samples.caseId();
    ReferralId referralId = deliverOpened(caseId, 1);
    api.network()
        .deliver(
            HIGASHI,
            caseId,
            new ReferralAccepted(TestNetwork.header(caseId, 2, SHAKYO), referralId, null));
    await().atMost(SOON).until(() -> told(caseId), it -> it.size() == 2);
    assertThat(dead(caseId)).isZero();
  }

  @Test
  void after_the_last_attempt_it_is_dead_and_can_be_sent_again() {
    system.stubFor(post("/news").willReturn(aResponse().withStatus(500)));
    CaseId caseId = Samples.caseId();
    deliverOpened(caseId, 1);

    await().atMost(SOON).until(() -> dead(caseId) > 0);
    assertThat(told(caseId)).hasSize(3);
    long id = dead(caseId);
    system.resetAll();
    system.stubFor(post("/news").willReturn(aResponse().withStatus(200)));

    assertThat(api.post(HIGASHI, "/webhooks/dead/" + id + "/resend", "").status()).isEqualTo(202);
    await().atMost(SOON).until(() -> told(caseId).size() == 1);
    assertThat(dead(caseId)).isZero();
    assertThat(api.post(HIGASHI, "/webhooks/dead/" + id + "/resend", "").status()).isEqualTo(404);
  }

  @Test
  void of_two_processes_of_an_agency_one_posts() {
    system.stubFor(post("/news").willReturn(aResponse().withStatus(204)));
    CaseId caseId = Samples.caseId();
    AgencyDatabase database = api.bean(Databases.class).of(HIGASHI);
    database.runInTransaction(
        () -> {
          await().atMost(SOON).pollInSameThread().until(() -> takesTheLease(database.jdbc()));
          await().atMost(SOON).pollInSameThread().until(() -> hasNoticed(database.jdbc()));
          deliverOpened(caseId, 1);
          await().atMost(SOON).during(Duration.ofSeconds(2)).until(() -> told(caseId).isEmpty());
        });
    await().atMost(SOON).until(() -> told(caseId).size() == 1);
  }

  /** As another process would once the session of this one is gone. */
  private static boolean takesTheLease(JdbcClient jdbc) {
    jdbc.sql(
            "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                + " and database = (select oid from pg_database where datname = current_database())"
                + " and pid <> pg_backend_pid()")
        .query(Boolean.class)
        .list();
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:lease, 0))")
        .param("lease", "agency_hokatsu_higashi/webhook")
        .query(Boolean.class)
        .single();
  }

  /** Whether the process holds its other leases anew, by another session. */
  private static boolean hasNoticed(JdbcClient jdbc) {
    return jdbc.sql(
            "select exists (select 1 from pg_locks where locktype = 'advisory'"
                + " and database = (select oid from pg_database where datname = current_database())"
                + " and pid <> pg_backend_pid())")
        .query(Boolean.class)
        .single();
  }

  private static void failing(String scenario, String state) {
    system.stubFor(
        post("/news")
            .inScenario(scenario)
            .whenScenarioStateIs(state)
            .willReturn(aResponse().withStatus(503))
            .willSetStateTo("again"));
  }

  private static ReferralId deliverOpened(CaseId caseId, long sequence) {
    ReferralId referralId = Samples.referralId();
    api.network()
        .deliver(
            HIGASHI,
            caseId,
            new ReferralOpened(TestNetwork.header(caseId, sequence, SHAKYO), referralId));
    return referralId;
  }

  private static List<LoggedRequest> told(CaseId caseId) {
    return system.findAll(
        postRequestedFor(urlEqualTo("/news"))
            .withRequestBody(matchingJsonPath("$.caseId", equalTo(caseId.toString()))));
  }

  private static long dead(CaseId caseId) {
    for (var dead : api.get(HIGASHI, "/webhooks/dead").json().path("dead")) {
      if (dead.path("item").path("caseId").asString("").equals(caseId.toString())) {
        return dead.path("id").asLong();
      }
    }
    return 0;
  }
}
