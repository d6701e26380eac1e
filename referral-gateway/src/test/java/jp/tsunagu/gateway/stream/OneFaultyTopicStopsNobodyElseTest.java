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
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Map;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.gateway.ReferralGateway;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** Against a real broker: what is wrong with one agency's topics is that agency's alone. */
@Tag("slow")
class OneFaultyTopicStopsNobodyElseTest {
  private final Commands commands = new Commands();
  private final Iterator<CaseId> cases = Commands.casesIn(2).iterator();

  @Test
  void a_wrong_partition_count_a_misplaced_record_and_a_deleted_inbox(@TempDir Path directory)
      throws Exception {
    try (RealBroker broker = new RealBroker()) {
      broker.create(broker.topics.outbox(KONKYU), 12);
      try (ConfigurableApplicationContext gateway = start(broker, directory)) {
        awaitRunning(gateway);
        othersWorkBeside(broker, KONKYU);
        aMisplacedCommandIsRefused(broker);
        aDeletedInboxComesBack(broker);
        anOutboxThatGrowsIsSetAside(broker, gateway);
        itIsReadyAndShowsItsFigures(gateway);
      }
    }
  }

  private static ConfigurableApplicationContext start(RealBroker broker, Path directory) {
    return ReferralGateway.application()
        .run(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--spring.kafka.bootstrap-servers=" + broker.broker.bootstrapServers(),
            "--tsunagu.network-file=" + broker.networkFile,
            "--tsunagu.state-dir=" + directory,
            "--tsunagu.topic-check-interval=1s");
  }

  private static void awaitRunning(ConfigurableApplicationContext gateway) {
    NetworkHealth health = gateway.getBean(NetworkHealth.class);
    await().atMost(SOON).until(() -> health.health().getStatus().equals(Status.UP));
  }

  private void othersWorkBeside(RealBroker broker, AgencyId faulty) {
    refer(broker, SHOGAI);
    CaseId caseId = cases.next();
    Instant now = now();
    broker.send(HOKATSU, commands.receive(caseId, now, null));
    broker.send(
        HOKATSU, commands.send(caseId, Commands.referral(900), faulty, Urgency.NORMAL, now));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(broker.read(broker.topics.inbox(HOKATSU), CommandRefused.class))
                    .extracting(CommandRefused::code)
                    .contains(RefusalCode.AGENCY_UNKNOWN));
  }

  private void aMisplacedCommandIsRefused(RealBroker broker) throws Exception {
    broker.sendTo(HOKATSU, 5, commands.receive(cases.next(), now(), null));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(broker.read(broker.topics.inbox(HOKATSU), CommandRefused.class))
                    .extracting(CommandRefused::code)
                    .contains(RefusalCode.PARTITION_WRONG));
    refer(broker, SHOGAI);
  }

  private void aDeletedInboxComesBack(RealBroker broker) throws Exception {
    broker.delete(broker.topics.inbox(SHOGAI));
    CaseId caseId = cases.next();
    broker.send(DESK, commands.receive(caseId, now(), null));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(broker.read(broker.topics.inbox(DESK), CommandAccepted.class))
                    .extracting(CommandAccepted::caseId)
                    .contains(caseId));
    await().atMost(SOON).until(() -> exists(broker, broker.topics.inbox(SHOGAI)));
    refer(broker, SHOGAI);
  }

  private void anOutboxThatGrowsIsSetAside(
      RealBroker broker, ConfigurableApplicationContext gateway) throws Exception {
    broker
        .admin
        .createPartitions(Map.of(broker.topics.outbox(DESK).name(), NewPartitions.increaseTo(12)))
        .all()
        .get();
    NetworkHealth health = gateway.getBean(NetworkHealth.class);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(health.health().getDetails().toString())
                    .contains(broker.topics.outbox(DESK).name()));
    refer(broker, SHOGAI);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  private static void itIsReadyAndShowsItsFigures(ConfigurableApplicationContext gateway)
      throws Exception {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(get(gateway, "health/readiness")).contains("UP"));
    assertThat(get(gateway, "prometheus"))
        .contains("tsunagu_gateway_commands_total{", "tsunagu_gateway_agencies_set_aside 2.0")
        .contains("tsunagu_gateway_records_behind")
        .doesNotContain(Commands.casesIn(2).findFirst().orElseThrow().toString());
  }

  private static String get(ConfigurableApplicationContext gateway, String path) throws Exception {
    String port = gateway.getEnvironment().getProperty("local.server.port");
    URI address = URI.create("http://127.0.0.1:" + port + "/actuator/" + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  private static boolean exists(RealBroker broker, Topic topic) throws Exception {
    return broker.admin.listTopics().names().get().contains(topic.name());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Sends a referral and waits until it stands in its receiver's inbox. */
  private void refer(RealBroker broker, AgencyId receiver) {
    CaseId caseId = cases.next();
    var leg = new ReferralId(caseId.value());
    broker.send(HOKATSU, commands.receive(caseId, now(), null));
    broker.send(HOKATSU, commands.send(caseId, leg, receiver, Urgency.NORMAL, now()));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(broker.read(broker.topics.inbox(receiver), ReferralSent.class))
                    .extracting(ReferralSent::referralId)
                    .contains(leg));
  }
}
