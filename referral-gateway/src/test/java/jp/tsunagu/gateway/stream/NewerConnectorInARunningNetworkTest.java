package jp.tsunagu.gateway.stream;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static jp.tsunagu.gateway.stream.TestNetwork.HOKATSU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.EndSupport;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.LiftProtection;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.contract.testing.NewerProgram;
import jp.tsunagu.contract.testing.NewerProgram.Written;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.gateway.ReferralGateway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** Today's gateway on a real broker, and in an outbox what a connector of next year writes. */
@Tag("slow")
class NewerConnectorInARunningNetworkTest {
  private static final CaseId CASE = Commands.casesIn(0).findFirst().orElseThrow();

  private final Commands commands = new Commands();
  private final NewerProgram next = new NewerProgram();

  @Test
  void every_command_is_answered_and_the_case_goes_on(@TempDir Path directory) {
    try (RealBroker broker = new RealBroker();
        ConfigurableApplicationContext gateway = start(broker, directory)) {
      Written received = next.grown(broker.codec.encode(commands.receive(CASE, now(), null)));
      Written ofANewKind =
          next.newKind("DraftPlan", broker.codec.encode(new LiftProtection(header())));
      Written withANewCode = next.withNewCodes(broker.codec.encode(ended()));

      send(broker, ofANewKind);
      await().atMost(SOON).until(() -> read(broker, CommandUnreadable.class).size() == 1);
      assertThat(broker.records(broker.topics.deadLetters()))
          .as("what nobody told the schema of is kept as it came")
          .extracting(letter -> letter.value())
          .containsExactly(ofANewKind.bytes());

      tellTheDirectory(broker, gateway, received, ofANewKind, withANewCode);
      Stream.of(received, ofANewKind, withANewCode).forEach(each -> send(broker, each));
      broker.send(HOKATSU, ended());
      await().atMost(SOON).until(() -> read(broker, CommandAccepted.class).size() == 2);
      assertThat(read(broker, CommandRefused.class))
          .extracting(CommandRefused::code)
          .containsExactly(RefusalCode.UPDATE_GATEWAY, RefusalCode.UPDATE_GATEWAY);
      assertThat(broker.read(broker.topics.ledger(), CaseEvent.class))
          .extracting(event -> event.header().sequence())
          .containsExactly(1L, 2L);
      assertThat(gateway.getBean(NetworkHealth.class).health().getStatus()).isEqualTo(Status.UP);
    }
  }

  private static ConfigurableApplicationContext start(RealBroker broker, Path directory) {
    ConfigurableApplicationContext gateway =
        ReferralGateway.application()
            .run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.kafka.bootstrap-servers=" + broker.broker.bootstrapServers(),
                "--tsunagu.network-file=" + broker.networkFile,
                "--tsunagu.state-dir=" + directory);
    NetworkHealth health = gateway.getBean(NetworkHealth.class);
    await().atMost(SOON).until(() -> health.health().getStatus().equals(Status.UP));
    return gateway;
  }

  private void send(RealBroker broker, Written written) {
    broker.put(broker.topics.outbox(HOKATSU), CASE.toString(), written.bytes());
  }

  /** As a newer gateway would have done that was here before. */
  private static void tellTheDirectory(
      RealBroker broker, ConfigurableApplicationContext gateway, Written... all) {
    Codec codec = gateway.getBean(Codec.class);
    for (Written each : all) {
      byte[] announcement = broker.codec.encode(each.announcement());
      broker.put(broker.topics.directory(), each.announcement().key(), announcement);
      await().atMost(SOON).until(() -> codec.decode(each.bytes()) instanceof Decoded.Readable);
    }
  }

  private static <T> List<T> read(RealBroker broker, Class<T> type) {
    return broker.read(broker.topics.inbox(HOKATSU), type);
  }

  private EndSupport ended() {
    return new EndSupport(header(), CompletionOutcome.SETTLED);
  }

  private CommandHeader header() {
    return commands.header(CASE, now());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
