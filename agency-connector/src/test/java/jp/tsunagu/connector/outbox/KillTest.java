package jp.tsunagu.connector.outbox;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestConnector;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestPostgres;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RegisterPersons;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import jp.tsunagu.contract.testing.OwnJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class KillTest {

  private static final AgencyId AGENCY = new AgencyId("killed");
  private static final int ROUNDS = 2;

  @TempDir Path directory;

  private final List<CaseId> cases = Stream.generate(Samples::caseId).limit(3).toList();
  private final String database = TestPostgres.freshDatabase();

  @Test
  void whatever_was_answered_before_a_kill_reaches_the_topic_in_order_and_news_is_taken_in_once()
      throws Exception {
    try (TestNetwork network = new TestNetwork(AGENCY)) {
      List<String> answered = new ArrayList<>();
      int delivered = 0;
      for (int round = 0; round < ROUNDS; round++) {
        Path output = directory.resolve("output-" + round);
        Process process = start(network, output, round * 1_000_000);
        try {
          await().atMost(SOON).until(() -> ok(output).size() > 200);
          delivered = deliver(network, delivered, 200);
          int before = ok(output).size();
          await().atMost(SOON).until(() -> ok(output).size() > before + 50);
        } finally {
          process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        answered.addAll(ok(output));
      }
      assertNothingIsLost(network, answered, delivered);
    }
  }

  private int deliver(TestNetwork network, int from, int count) {
    for (int number = from + 1; number <= from + count; number++) {
      CaseId caseId = cases.get(number % cases.size());
      network.deliver(
          AGENCY,
          caseId,
          new PersonsRegistered(TestNetwork.header(caseId, number, AGENCY), number));
    }
    return from + count;
  }

  private void assertNothingIsLost(TestNetwork network, List<String> answered, int delivered) {
    try (TestConnector connector =
        TestConnector.start(network.address(), database, directory.resolve("data"), AGENCY)) {
      await().atMost(SOON).untilAsserted(() -> assertThat(sent(network)).containsAll(answered));
      await()
          .atMost(SOON)
          .until(() -> connector.records().inbox(AGENCY, 0, 10_000).size() == delivered);
      for (CaseId caseId : cases) {
        assertThat(distinctNumbers(network, caseId)).isSorted().doesNotHaveDuplicates();
      }
    }
  }

  private static List<String> sent(TestNetwork network) {
    return network.outbox(AGENCY).stream()
        .filter(sent -> sent.value() instanceof RegisterPersons)
        .map(sent -> "ok " + sent.key() + " " + ((RegisterPersons) sent.value()).persons())
        .toList();
  }

  private static List<Integer> distinctNumbers(TestNetwork network, CaseId caseId) {
    return network.outbox(AGENCY).stream()
        .filter(sent -> sent.key().equals(caseId.toString()))
        .map(sent -> (RegisterPersons) sent.value())
        .distinct()
        .map(RegisterPersons::persons)
        .toList();
  }

  private Process start(TestNetwork network, Path output, int firstNumber) throws IOException {
    List<String> command = new ArrayList<>(OwnJvm.command("256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("jp.tsunagu.connector.testing.SubmittingProcess");
    command.addAll(
        List.of(
            network.address().bootstrapServers(),
            network.address().network().value(),
            database,
            directory.resolve("data").toString(),
            AGENCY.value(),
            Integer.toString(firstNumber)));
    cases.forEach(caseId -> command.add(caseId.toString()));
    return new ProcessBuilder(command)
        .redirectOutput(output.toFile())
        .redirectError(directory.resolve("errors").toFile())
        .start();
  }

  private static List<String> ok(Path output) throws IOException {
    if (!Files.exists(output)) {
      return List.of();
    }
    String written = Files.readString(output);
    String complete = written.substring(0, written.lastIndexOf('\n') + 1);
    return complete.lines().filter(line -> line.startsWith("ok ")).toList();
  }
}
