package jp.tsunagu.stats.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.stats.recount.StatsRecount.Result;
import jp.tsunagu.stats.run.StatsEngine;
import jp.tsunagu.stats.testing.RandomStory;
import jp.tsunagu.stats.view.StreamHandle;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second instance keeps copies of the first one's stores: when that is killed, it goes on. */
@Tag("slow")
class StandbyTakesOverTest {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String STANDBY = "--tsunagu.standby-replicas=1";
  private static final int CASES = 60;

  @Test
  void the_copy_goes_on_from_where_the_killed_one_was_and_restores_nothing_anew(
      @TempDir Path first, @TempDir Path second) throws Exception {
    try (CityBroker city = new CityBroker()) {
      city.append(events(1));
      StatsProcess one =
          StatsProcess.start(city, first, "stats-1", StatsProcess.SMALL, List.of(STANDBY));
      try {
        await().atMost(PATIENCE).until(() -> one.get("/api/caseload").isPresent());
        try (RunningStats other =
            new RunningStats(city, second, Clock.systemUTC(), "stats-2", STANDBY)) {
          await().atMost(PATIENCE).until(() -> holdsEverything(other));
          double known = restored(streams(other));

          one.kill();

          await().atMost(PATIENCE).until(() -> active(other).size() == CityBroker.PARTITIONS);
          assertThat(restored(streams(other)) - known)
              .as("records read anew from changelogs")
              .isZero();
          city.append(events(1 + CASES));
          await().atMost(PATIENCE).until(() -> agrees(city, other));
        }
      } finally {
        one.kill();
      }
    }
  }

  private static List<CaseEvent> events(int from) {
    Random random = new Random(from);
    List<CaseEvent> events = new ArrayList<>();
    for (int number = from; number < from + CASES; number++) {
      events.addAll(RandomStory.of(random, number).events());
    }
    return events;
  }

  /** Every partition is worked on here or copied, and the copies are as far as their originals. */
  private static boolean holdsEverything(RunningStats stats) {
    KafkaStreams streams = streams(stats);
    long copies = threads(streams).mapToLong(thread -> thread.standbyTasks().size()).sum();
    return copies > 0
        && copies + active(stats).size() == CityBroker.PARTITIONS
        && streams.allLocalStorePartitionLags().values().stream()
            .flatMap(store -> store.values().stream())
            .allMatch(lag -> lag.offsetLag() == 0);
  }

  private static Set<Integer> active(RunningStats stats) {
    return threads(streams(stats))
        .flatMap(thread -> thread.activeTasks().stream())
        .map(TaskMetadata::taskId)
        .map(task -> task.partition())
        .collect(Collectors.toSet());
  }

  private static Stream<ThreadMetadata> threads(KafkaStreams streams) {
    return streams.metadataForLocalThreads().stream();
  }

  /** How many records the active tasks of this instance read from changelogs to begin with. */
  private static double restored(KafkaStreams streams) {
    return streams.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("restore-total"))
        .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
        .sum();
  }

  private static boolean agrees(CityBroker city, RunningStats stats) {
    return city.recount(List.of(stats.address())).filter(Result::agrees).isPresent();
  }

  private static KafkaStreams streams(RunningStats stats) {
    return await()
        .atMost(PATIENCE)
        .until(() -> stats.context.getBean(StatsEngine.class).get(), Optional::isPresent)
        .map(StreamHandle::streams)
        .orElseThrow();
  }
}
