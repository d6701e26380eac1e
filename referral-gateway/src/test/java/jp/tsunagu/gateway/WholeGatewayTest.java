package jp.tsunagu.gateway;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveConsultation;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.testing.EdgeCheck;
import jp.tsunagu.contract.testing.EdgeCheck.Edge;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import jp.tsunagu.contract.testing.OpenApiCheck;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.gateway.testing.CityFile;
import jp.tsunagu.gateway.testing.Household;
import jp.tsunagu.runtime.caller.TokenHash;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Processor and read side in one process: a command in an outbox is seen by the other agency. */
class WholeGatewayTest {

  private static final AgencyId HOKATSU = new AgencyId("hokatsu");
  private static final AgencyId SHOGAI = new AgencyId("shogai");

  /** SHA-256 of "shogai-sample". */
  private static final String SHOGAI_TOKEN =
      "9c90dd717ed2a37d841c8362b09e08bfe5d9c918004692e0ded830781e467eff";

  private final EmbeddedBroker broker = EmbeddedBroker.shared();
  private final NetworkId network = broker.newNetwork("city");
  private final Topics topics = new Topics(network);
  private final Codec codec = Codec.standard();

  @Test
  void a_command_put_into_an_outbox_is_read_by_the_other_agency_with_every_step(
      @TempDir Path directory) throws Exception {
    try (ConfigurableApplicationContext gateway = start(directory)) {
      String url = "http://127.0.0.1:" + gateway.getEnvironment().getProperty("local.server.port");
      RestTestClient stranger = RestTestClient.bindToServer().baseUrl(url).build();
      await().atMost(SOON).untilAsserted(() -> expect(stranger, "/actuator/health/readiness"));
      EdgeCheck.isOn(
          new Edge(URI.create(url).getPort(), "/api/cases", "/api/aside/t/0/0/pass", "desk"));
      expect(stranger, "/actuator/prometheus");
      OpenApiCheck.isSound(text(stranger, "/v3/api-docs"));
      expect(
          stranger,
          "/subjects/"
              + topics.ledger().name()
              + "-"
              + "jp.tsunagu.contract.avro.event.ReferralSent/versions/latest");

      RestTestClient shogai =
          RestTestClient.bindToServer()
              .baseUrl(url)
              .defaultHeader("Authorization", "Bearer shogai-sample")
              .build();
      CaseId caseId = sendAndAccept(shogai);
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(labels(shogai, caseId))
                      .as("the reception was the other agency's")
                      .contains("送付", "受理")
                      .doesNotContain("相談受付"));
    }
  }

  private CaseId sendAndAccept(RestTestClient shogai) throws Exception {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    CaseId caseId = new CaseId(Household.newId(now));
    ReferralId leg = new ReferralId(Household.newId(now));
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      send(producer, HOKATSU, receive(caseId, now));
      send(
          producer,
          HOKATSU,
          new SendReferral(
              header(caseId, now), leg, SHOGAI, ReferralMode.TOGETHER, Urgency.NORMAL, null, null));
      await().atMost(SOON).untilAsserted(() -> expect(shogai, "/api/referrals/" + leg));
      send(producer, SHOGAI, new AcceptReferral(header(caseId, now), leg, null));
    }
    return caseId;
  }

  private void send(KafkaProducer<byte[], byte[]> producer, AgencyId sender, CaseCommand command)
      throws ExecutionException, InterruptedException {
    byte[] key = command.header().caseId().toString().getBytes(StandardCharsets.UTF_8);
    byte[] value = codec.encode((Record) command);
    producer.send(new ProducerRecord<>(topics.outbox(sender).name(), key, value)).get();
  }

  private static ReceiveConsultation receive(CaseId caseId, Instant now) {
    return new ReceiveConsultation(
        header(caseId, now),
        new Reception(
            Set.of(Field.ELDERLY_CARE),
            new AreaId("east"),
            Urgency.NORMAL,
            ReceptionKind.NEW,
            null),
        1,
        null);
  }

  private static CommandHeader header(CaseId caseId, Instant now) {
    return new CommandHeader(new CommandId(Household.newId(now)), caseId, now, now, null, null);
  }

  private static String labels(RestTestClient client, CaseId caseId) {
    var answer = client.get().uri("/api/cases/{id}/timeline", caseId).exchange();
    return Objects.requireNonNull(
        answer.expectStatus().isOk().returnResult(String.class).getResponseBody());
  }

  private static String text(RestTestClient client, String path) {
    return String.valueOf(
        client
            .get()
            .uri(path)
            .exchange()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  private static void expect(RestTestClient client, String path) {
    client.get().uri(path).exchange().expectStatus().isOk();
  }

  private ConfigurableApplicationContext start(Path directory) {
    return ReferralGateway.application()
        .properties(
            "server.port=0",
            "server.address=127.0.0.1",
            "spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
            "tsunagu.network-file=" + CityFile.of(network),
            "tsunagu.state-dir=" + directory,
            "tsunagu.callers[0].role=agency",
            "tsunagu.callers[0].agency=shogai",
            "tsunagu.callers[0].token-sha256=" + SHOGAI_TOKEN,
            "tsunagu.callers[1].role=desk",
            "tsunagu.callers[1].token-sha256=" + TokenHash.hex("desk"))
        .run();
  }
}
