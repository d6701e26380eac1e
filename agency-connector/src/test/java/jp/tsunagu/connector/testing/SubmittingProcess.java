package jp.tsunagu.connector.testing;

import static jp.tsunagu.contract.testing.Patience.SOON;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.tsunagu.connector.outbox.Handed;
import jp.tsunagu.connector.outbox.IdempotencyKey;
import jp.tsunagu.connector.outbox.Submission;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.NetworkId;

/**
 * A connector in a process of its own that submits without end, until it is killed. It prints
 * {@code ok <case> <number>} after each answered submission. Arguments: brokers, network id, JDBC
 * URL, data directory, agency, first number, cases.
 */
final class SubmittingProcess {

  private SubmittingProcess() {}

  /** Runs until the process is killed. */
  public static void main(String[] arguments) {
    AgencyId agency = new AgencyId(arguments[4]);
    List<CaseId> cases =
        List.of(arguments).subList(6, arguments.length).stream().map(CaseId::of).toList();
    var network = new TestNetwork.Address(arguments[0], new NetworkId(arguments[1]));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int first = Integer.parseInt(arguments[5]);
    try (TestConnector connector =
            TestConnector.start(network, arguments[2], Path.of(arguments[3]), agency);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int lane = 0; lane < cases.size(); lane++) {
        int from = first + lane;
        CaseId caseId = cases.get(lane);
        threads.execute(
            () -> {
              for (int number = from; number < Integer.MAX_VALUE; number += cases.size()) {
                submit(connector, agency, caseId, number, out);
              }
            });
      }
    }
  }

  private static void submit(
      TestConnector connector, AgencyId agency, CaseId caseId, int number, PrintStream out) {
    IdempotencyKey key = new IdempotencyKey("number-" + number, Samples.json("body"));
    Handed handed = new Handed(key, Samples.wishes(Samples.numbered(caseId, number)));
    if (connector.outbox().submit(agency, handed, SOON) instanceof Submission.Accepted) {
      out.println("ok " + caseId + " " + number);
    }
  }
}
