package jp.tsunagu.stats.whole;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static jp.tsunagu.stats.whole.CityBroker.PARTITIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.stats.recount.StatsRecount.Result;
import jp.tsunagu.stats.run.StatsEngine;
import jp.tsunagu.stats.stream.Stores;
import jp.tsunagu.stats.testing.RandomStory;
import jp.tsunagu.stats.view.StreamHandle;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second instance keeps copies of the first one's stores: when that is killed, it goes on. */
@Tag("slow")
class StandbyTakesOverTest {

  private static final String STANDBY = "--tsunagu.standby-replicas=1";
  private static final int CASES = 120;

  @Test
  void the_copy_goes_on_where_the_killed_one_was_and_reads_nothing_again(
      @TempDir Path first, @TempDir Path second) throws Exception {
    try (CityBroker city = new CityBroker()) {
      city.append(events());
      StatsProcess one = StatsProcess.start(city, first, "stats-1", StatsProcess.SMALL, STANDBY);
      await().atMost(SOON).until(() -> agrees(city, one.address()));
      try (RunningStats other =
          new RunningStats(city, second, Clock.systemUTC(), "stats-2", STANDBY)) {
        await().atMost(SOON).until(() -> agrees(city, one.address(), other.address()));
        await().atMost(SOON).until(() -> casesHeld(other) == CASES);
        assertThat(active(other)).as("what the first one still works on").isLessThan(PARTITIONS);
        double read = readFromChangelogs(other);

        one.kill();

        await().atMost(SOON).until(() -> agrees(city, other.address()));
        assertThat(active(other)).isEqualTo(PARTITIONS);
        assertThat(readFromChangelogs(other)).as("nothing is read again").isEqualTo(read);
      } finally {
        one.kill();
      }
    }
  }

  private static List<CaseEvent> events() {
    Random random = new Random(1);
    List<CaseEvent> events = new ArrayList<>();
    for (int number = 1; number <= CASES; number++) {
      events.addAll(RandomStory.of(random, number).events());
    }
    return events;
  }

  /** Of how many cases it has the facts, of its own partitions and of those it copies. */
  private static int casesHeld(RunningStats stats) {
    try (KeyValueIterator<String, byte[]> all =
        streams(stats)
            .store(
                StoreQueryParameters.fromNameAndType(
                        Stores.CASE_FACTS, QueryableStoreTypes.<String, byte[]>keyValueStore())
                    .enableStaleStores())
            .all()) {
      int cases = 0;
      for (; all.hasNext(); all.next()) {
        cases++;
      }
      return cases;
    } catch (InvalidStateStoreException moving) {
      return 0;
    }
  }

  private static int active(RunningStats stats) {
    return streams(stats).metadataForLocalThreads().stream()
        .mapToInt(thread -> thread.activeTasks().size())
        .sum();
  }

  /** How many records its copies and its own stores have read from changelogs so far. */
  private static double readFromChangelogs(RunningStats stats) {
    return streams(stats).metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("records-consumed-total"))
        .filter(metric -> !metric.metricName().tags().containsKey("topic"))
        .filter(
            metric -> metric.metricName().tags().getOrDefault("client-id", "").contains("restore"))
        .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
        .sum();
  }

  private static boolean agrees(CityBroker city, HostInfo... instances) {
    return city.recount(List.of(instances)).filter(Result::agrees).isPresent();
  }

  private static KafkaStreams streams(RunningStats stats) {
    return await()
        .atMost(SOON)
        .until(() -> stats.context.getBean(StatsEngine.class).get(), Optional::isPresent)
        .map(StreamHandle::streams)
        .orElseThrow();
  }
}
