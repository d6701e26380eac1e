package jp.tsunagu.compose.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.runtime.broker.BrokerAccess;

/** The rows that are measured where they are asked for; what ends the network's work comes last. */
record Comparisons(
    SingleMachine machine,
    BrokerAccess broker,
    TopicEnds ends,
    GeneratorProcess generator,
    Settings settings,
    Console console) {
  private static final int GATEWAY_TO_ONE = 4;
  private static final int BARE_TO_ONE = 25;

  /** Processor time of a referral, in milliseconds, over so many. */
  interface Cost {
    double of(int referrals) throws TimeoutException;
  }

  /**
   * Those that were asked for.
   *
   * @param prepare makes ready what so many referrals need
   */
  List<Comparison> run(IntConsumer prepare, Cost cost) throws TimeoutException, IOException {
    // what was prepared or kept unsealed is opened by no other, whatever is measured afterwards
    try (var cipher = Unsealed.possible()) {
      return run(cipher, prepare, cost);
    }
  }

  private List<Comparison> run(Unsealed cipher, IntConsumer prepare, Cost cost)
      throws TimeoutException, IOException {
    var found = new ArrayList<Comparison>();
    if (settings.also().contains(Comparison.Row.R8)) {
      found.add(told(sealing(cipher, cost)));
    }
    if (settings.also().contains(Comparison.Row.R7)) {
      var folder = machine.folder().temporary().resolve("starts");
      found.add(told(new StartTrial(folder).run(settings.rounds().count())));
    }
    if (settings.also().contains(Comparison.Row.R4)) {
      found.add(told(gatewayAlone(prepare)));
    }
    return found;
  }

  private Comparison told(Comparison found) {
    console.line(
        "  %s: %s %s、%s %s",
        found.row(), found.row().network(), found.network(), found.row().peer(), found.peer());
    return found;
  }

  private Comparison sealing(Unsealed cipher, Cost cost) throws TimeoutException {
    var sealed = new ArrayList<Double>();
    var unsealed = new ArrayList<Double>();
    for (var number = 0; number < settings.rounds().count(); number++) {
      sealed.add(cost.of(settings.rounds().referrals()));
      cipher.pass(true);
      unsealed.add(cost.of(settings.rounds().referrals()));
      cipher.pass(false);
    }
    return new Comparison(Comparison.Row.R8, new Series(sealed), new Series(unsealed));
  }

  private Comparison gatewayAlone(IntConsumer prepare) throws TimeoutException {
    var count = settings.rounds().referrals() * GATEWAY_TO_ONE;
    prepare.accept(count);
    var bare = new ArrayList<Double>();
    for (var number = 0; number < settings.rounds().count(); number++) {
      bare.add(ask(Order.Job.TRANSACT, count * BARE_TO_ONE).perSecond());
    }
    var decided =
        new GatewayAlone(machine, broker, ends).run(count, many -> ask(Order.Job.SUBMIT, many));
    return new Comparison(Comparison.Row.R4, new Series(List.of(decided)), new Series(bare));
  }

  private Outcome ask(Order.Job job, int count) {
    return generator.ask(Order.asFastAsPossible(job, count));
  }
}
