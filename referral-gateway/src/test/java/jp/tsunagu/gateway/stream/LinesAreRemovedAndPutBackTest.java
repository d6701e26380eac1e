package jp.tsunagu.gateway.stream;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static jp.tsunagu.gateway.stream.TestNetwork.DESK;
import static jp.tsunagu.gateway.stream.TestNetwork.HOKATSU;
import static jp.tsunagu.gateway.stream.TestNetwork.KONKYU;
import static jp.tsunagu.gateway.stream.TestNetwork.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ReferralCommand.TriageReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralTriaged;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralWithdrawn;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.gateway.ReferralGateway;
import jp.tsunagu.gateway.network.LinesOfTheFile;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * On a running network: lines of every kind go and come back while a referral is open. One
 * partition, because what a start costs is the stores of each; lines of several kinds at a time,
 * because each way needs a start of its own.
 */
@Tag("slow")
@Order(1)
class LinesAreRemovedAndPutBackTest {

  private static final String AGENCIES = "agencies[]";
  private static final String OLD_NAME = "障害者相談支援センター";
  private final Commands commands = new Commands();
  private final CaseId caseId = Commands.casesIn(1).findFirst().orElseThrow();
  private final ReferralId leg = Commands.referral(1);
  @TempDir private Path folder;

  @Test
  void everybody_stays_ready_and_what_waits_at_an_agency_that_is_gone_is_accepted_elsewhere()
      throws Exception {
    LinesOfTheFile lines = LinesOfTheFile.in(folder);
    try (RealBroker broker = new RealBroker()) {
      try (ConfigurableApplicationContext gateway = start(broker, LinesOfTheFile.whole())) {
        refer(broker, gateway);
      }
      for (LinesOfTheFile.Lacking lacking : lines.withoutSeveral(AGENCIES)) {
        withoutLines(broker, lacking);
      }
      try (ConfigurableApplicationContext gateway = start(broker, LinesOfTheFile.whole())) {
        awaitShown(gateway, HOKATSU.value(), "/api/referrals/" + leg, "受理", "くらしの窓口");
        assertThat(get(gateway, "desk", "/api/queue").body()).doesNotContain(OLD_NAME);
      }
    }
  }

  private void withoutLines(RealBroker broker, LinesOfTheFile.Lacking lacking) throws Exception {
    try (ConfigurableApplicationContext gateway = start(broker, lacking.text())) {
      awaitShown(gateway, "desk", "/api/queue", "items");
      awaitShown(gateway, HOKATSU.value(), "/api/referrals/" + leg, leg.toString());
      if (lacking.kinds().contains(AGENCIES)) {
        whatWaitsThereIsAcceptedElsewhere(broker, gateway);
      }
    } catch (ConditionTimeoutException late) {
      throw new AssertionError("without " + lacking.kinds(), late);
    }
  }

  private void whatWaitsThereIsAcceptedElsewhere(
      RealBroker broker, ConfigurableApplicationContext gateway) throws Exception {
    awaitShown(gateway, "desk", "/api/queue", "名簿から外れた", OLD_NAME, leg.toString());
    broker.send(
        DESK,
        new TriageReferral(
            commands.header(caseId, now()), leg, KONKYU, ReferralMode.TOGETHER, null));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(broker.read(broker.topics.inbox(KONKYU), ReferralTriaged.class))
                    .hasSize(1));
    assertThat(broker.read(broker.topics.inbox(SHOGAI), ReferralWithdrawn.class))
        .as("the agency that is gone learns that the referral is not its own any more")
        .hasSize(1);
    broker.send(KONKYU, commands.accept(caseId, leg, now()));
    awaitShown(gateway, HOKATSU.value(), "/api/referrals/" + leg, "受理", "くらしの窓口");
  }

  private void refer(RealBroker broker, ConfigurableApplicationContext gateway) {
    broker.send(HOKATSU, commands.receive(caseId, now(), null));
    broker.send(HOKATSU, commands.send(caseId, leg, SHOGAI, Urgency.NORMAL, now()));
    awaitShown(gateway, HOKATSU.value(), "/api/referrals/" + leg, OLD_NAME);
  }

  /** Starts with this file and waits until the gateway is ready. */
  private ConfigurableApplicationContext start(RealBroker broker, String text) throws Exception {
    String network = broker.network.value();
    Path file = folder.resolve("running.yaml");
    Files.writeString(
        file, text.replace("id: city", "id: " + network).replace("partitions: 6", "partitions: 1"));
    ConfigurableApplicationContext gateway =
        ReferralGateway.application()
            .run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.kafka.bootstrap-servers=" + broker.broker.bootstrapServers(),
                "--tsunagu.network-file=" + file,
                "--tsunagu.state-dir=" + folder.resolve("state"),
                "--tsunagu.topic-check-interval=1s",
                "--tsunagu.callers[0].role=desk",
                "--tsunagu.callers[0].token-sha256=" + sha256("desk"),
                "--tsunagu.callers[1].role=agency",
                "--tsunagu.callers[1].agency=hokatsu",
                "--tsunagu.callers[1].token-sha256=" + sha256(HOKATSU.value()));
    awaitShown(gateway, "desk", "/actuator/health/readiness", "UP");
    return gateway;
  }

  private static void awaitShown(
      ConfigurableApplicationContext gateway, String token, String path, String... parts) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              HttpResponse<String> answer = get(gateway, token, path);
              assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
              assertThat(answer.body()).contains(parts);
            });
  }

  private static HttpResponse<String> get(
      ConfigurableApplicationContext gateway, String token, String path) throws Exception {
    String port = gateway.getEnvironment().getProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static String sha256(String token) throws Exception {
    byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
