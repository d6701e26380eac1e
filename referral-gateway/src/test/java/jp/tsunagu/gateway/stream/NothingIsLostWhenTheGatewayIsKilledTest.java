package jp.tsunagu.gateway.stream;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static jp.tsunagu.gateway.stream.TestNetwork.HOKATSU;
import static jp.tsunagu.gateway.stream.TestNetwork.KONKYU;
import static jp.tsunagu.gateway.stream.TestNetwork.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ConfirmReceipt;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralArrived;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.gateway.recount.LedgerRecount;
import jp.tsunagu.runtime.broker.BrokerAccess;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Killed with -9 amid commands, again and again: every command takes effect once, none is lost; of
 * a whole sheet everything happens or nothing. What is confirmed twice has arrived once.
 */
@Tag("slow")
@Order(2)
class NothingIsLostWhenTheGatewayIsKilledTest {
  private static final Logger LOG =
      LoggerFactory.getLogger(NothingIsLostWhenTheGatewayIsKilledTest.class);
  private static final int ROUNDS = 3;
  private static final int CASES_PER_ROUND = 120;

  /** One of them comes as a whole sheet, and one as a sheet that is refused. */
  private static final int OF_CASES = 4;

  /** Its reception, its consent and its two referrals. */
  private static final long EVENTS_OF_A_SHEET = 4;

  private final Commands commands = new Commands();
  private final List<CommandId> sent = new ArrayList<>();
  private final Set<CommandId> sheets = new HashSet<>();
  private final Set<CommandId> refused = new HashSet<>();
  private final List<CaseId> toConfirm = new ArrayList<>();
  private final List<UUID> confirmed = new ArrayList<>();
  private final Iterator<CaseId> cases =
      Stream.iterate(0, n -> n + 1)
          .map(n -> Commands.casesIn(n % 6).skip(n / 6).findFirst().orElseThrow())
          .iterator();

  @Test
  void killed_amid_commands_it_goes_on_where_it_was(@TempDir Path state) throws Exception {
    try (RealBroker broker = new RealBroker()) {
      GatewayProcess gateway = GatewayProcess.start(broker, state);
      try {
        await().atMost(SOON).until(() -> hasTopics(broker));
        try (Answers answers = answers(broker)) {
          send(broker, 1);
          await().atMost(SOON).until(() -> answers.accepted().size() == sent.size());
          for (int round = 1; round <= ROUNDS; round++) {
            gateway = killAmidCommands(broker, gateway, state, answers, round);
          }
          await().atMost(SOON).until(() -> answers.accepted().size() == sent.size());
          await().atMost(SOON).until(() -> answers.refused().size() == refused.size());
          confirmTwice(broker);
          await().atMost(SOON).until(() -> arrived(broker).size() >= confirmed.size());
          everyCommandTookEffectOnce(broker, answers.accepted());
          assertThat(answers.refused().keySet()).containsExactlyInAnyOrderElementsOf(refused);
          assertThat(answers.refused().values()).containsOnly(1);
        }
      } finally {
        gateway.kill();
      }
      recount(broker);
    }
  }

  private GatewayProcess killAmidCommands(
      RealBroker broker, GatewayProcess gateway, Path state, Answers answers, int round)
      throws Exception {
    await().atMost(SOON).until(() -> answers.accepted().size() == sent.size());
    int before = answers.accepted().size();
    confirmTwice(broker);
    send(broker, CASES_PER_ROUND);
    await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(SOON)
        .until(() -> answers.accepted().size() > before + 20 * round);
    gateway.kill();
    int whenKilled = answers.accepted().size();
    send(broker, 1);
    CommandId probe = sent.getLast();
    Instant restarted = Instant.now();
    GatewayProcess next = GatewayProcess.start(broker, state);
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(SOON)
        .until(() -> answers.accepted().containsKey(probe));
    Duration pause = Duration.between(restarted, Instant.now());
    LOG.info(
        "killed with {} of {} commands answered; processing again {} ms after the new start"
            + " ({} ms of CPU)",
        whenKilled,
        sent.size(),
        pause.toMillis(),
        next.cpu().toMillis());
    assertThat(pause).isLessThan(Duration.ofSeconds(80));
    return next;
  }

  private static Answers answers(RealBroker broker) {
    return new Answers(broker.broker.bootstrapServers(), broker.topics.inbox(HOKATSU));
  }

  private static boolean hasTopics(RealBroker broker) throws Exception {
    return broker.admin.listTopics().names().get().contains(broker.topics.outbox(HOKATSU).name());
  }

  private void send(RealBroker broker, int count) {
    for (int number = 0; number < count; number++) {
      CaseId caseId = cases.next();
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      if (number % OF_CASES == 1) {
        sendSheet(broker, caseId, now);
        continue;
      }
      if (number % OF_CASES == 2) {
        sendRefused(broker, caseId, now);
      }
      sendOne(broker, commands.receive(caseId, now, null));
      sendOne(
          broker,
          commands.send(caseId, new ReferralId(caseId.value()), SHOGAI, Urgency.NORMAL, now));
      toConfirm.add(caseId);
    }
  }

  /** The referrals that were sent and answered, and not confirmed yet. */
  private void confirmTwice(RealBroker broker) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    for (CaseId caseId : toConfirm) {
      ReferralId leg = new ReferralId(caseId.value());
      byte[] receipt = broker.codec.encode(new ConfirmReceipt(caseId, List.of(leg), 2, now));
      broker.put(broker.topics.outbox(SHOGAI), caseId.toString(), receipt);
      broker.put(broker.topics.outbox(SHOGAI), caseId.toString(), receipt);
      confirmed.add(leg.value());
    }
    toConfirm.clear();
  }

  private static List<UUID> arrived(RealBroker broker) {
    return broker.read(broker.topics.ledger(), ReferralArrived.class).stream()
        .map(arrival -> arrival.referralId().value())
        .toList();
  }

  private void sendSheet(RealBroker broker, CaseId caseId, Instant now) {
    ReceiveSheet sheet = commands.sheet(caseId, now, SHOGAI, KONKYU);
    sendOne(broker, sheet);
    sheets.add(sheet.header().commandId());
  }

  /** Its last step cannot be: the same agency twice. The case begins with what comes after it. */
  private void sendRefused(RealBroker broker, CaseId caseId, Instant now) {
    ReceiveSheet sheet = commands.sheet(caseId, now, SHOGAI, SHOGAI);
    broker.send(HOKATSU, sheet);
    refused.add(sheet.header().commandId());
  }

  private void sendOne(RealBroker broker, CaseCommand command) {
    broker.send(HOKATSU, command);
    sent.add(command.header().commandId());
  }

  private void everyCommandTookEffectOnce(RealBroker broker, Map<CommandId, Integer> accepted) {
    assertThat(accepted.keySet()).containsExactlyInAnyOrderElementsOf(sent);
    assertThat(accepted.values()).containsOnly(1);
    assertThat(arrived(broker)).containsExactlyInAnyOrderElementsOf(confirmed);
    Map<UUID, Long> events =
        broker.read(broker.topics.ledger(), CaseEvent.class).stream()
            .filter(event -> !(event instanceof ReferralArrived))
            .map(event -> event.header().causedBy())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(events.keySet())
        .containsExactlyInAnyOrderElementsOf(sent.stream().map(CommandId::value).toList());
    assertThat(events)
        .allSatisfy(
            (command, made) ->
                assertThat(made)
                    .isEqualTo(sheets.contains(new CommandId(command)) ? EVENTS_OF_A_SHEET : 1L));
    assertThat(broker.read(broker.topics.ledger(), ConsultationReceived.class))
        .map(received -> received.header().caseNumber())
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  private void recount(RealBroker broker) {
    LedgerRecount.Result result =
        new LedgerRecount(
                BrokerAccess.plain("recount", broker.broker.bootstrapServers()),
                broker.configuration())
            .run();
    LOG.info("recount: {} events, {} cases", result.events(), result.cases());
    assertThat(result.differences()).isEmpty();
    assertThat(result.events())
        .isEqualTo(sent.size() + sheets.size() * (EVENTS_OF_A_SHEET - 1) + confirmed.size());
  }
}
