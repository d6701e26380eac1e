package jp.tsunagu.compose.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.tsunagu.compose.checker.Found.Comparison;
import jp.tsunagu.compose.checker.Promise;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.disk.CanarySearch;
import jp.tsunagu.compose.household.Households;
import jp.tsunagu.compose.run.ProcessNetwork;
import jp.tsunagu.compose.run.ProcessNetwork.Part;
import jp.tsunagu.runtime.waiting.BoundedWait;

/** Whatever can be worked out twice, and is looked for everywhere. */
final class Recounts {
  /** What is under way comes to its end within this time. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ProcessNetwork network;
  private final Metrics metrics;

  Recounts(ProcessNetwork network, Metrics metrics) {
    this.network = network;
    this.metrics = metrics;
  }

  /** All comparisons. */
  List<Comparison> all() {
    return List.of(
        settled(Promise.STATE, this::state),
        settled(Promise.FIGURES, this::figures),
        new Comparison(Promise.CANARY, canaries()));
  }

  /** The differences as soon as there are none, or those there are in the end. */
  private static Comparison settled(Promise promise, Supplier<List<String>> differences) {
    var last = new ArrayList<String>();
    try {
      BoundedWait.until(
          promise.label(),
          PATIENCE,
          () -> {
            last.clear();
            last.addAll(differences.get());
            return last.isEmpty();
          });
    } catch (TimeoutException _) {
      return new Comparison(promise, last);
    }
    return new Comparison(promise, List.of());
  }

  private List<String> state() {
    return told(
        out ->
            jp.tsunagu.gateway.recount.RecountCommand.run(
                out,
                arguments(
                    network.argumentsOfGateway(),
                    "--tsunagu.network-file=" + network.folder().city())));
  }

  private List<String> figures() {
    return told(
        out -> {
          try {
            return jp.tsunagu.stats.recount.RecountCommand.run(
                out,
                arguments(
                    network.argumentsOfStatistics(),
                    "--tsunagu.network-id=" + SampleCity.NETWORK,
                    "--tsunagu.stats.peer-token=" + SampleCity.PEER_TOKEN,
                    "--tsunagu.stats.instances="
                        + network.address(Part.STATISTICS).getAuthority()));
          } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while figures were counted", exception);
          }
        });
  }

  private static String[] arguments(List<String> wayToTheBroker, String... further) {
    return Stream.of(Stream.of("recount"), wayToTheBroker.stream(), Stream.of(further))
        .flatMap(each -> each)
        .toArray(String[]::new);
  }

  /** A command of a service, which tells what it found. */
  private interface Command {
    int run(PrintStream out);
  }

  private static List<String> told(Command command) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      return command.run(out) == 0
          ? List.of()
          : bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** Places where a name of a household stands. */
  private List<String> canaries() {
    var canaries = List.of(Households.CANARY, Households.CANARY_KANA);
    var search = new CanarySearch(canaries);
    var folder = network.folder();
    var places = new ArrayList<String>();
    try {
      for (var part : List.of(folder.broker(), folder.streams(), folder.logs())) {
        search.filesIn(part).forEach(file -> places.add(folder.root().relativize(file).toString()));
      }
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot look for names", exception);
    }
    for (var part : Part.values()) {
      if (part != Part.BROKER
          && canaries.stream().anyMatch(metrics.of(network.address(part))::contains)) {
        places.add("metrics of " + part);
      }
    }
    return places;
  }
}
