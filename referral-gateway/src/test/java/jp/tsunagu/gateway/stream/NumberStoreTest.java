package jp.tsunagu.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import jp.tsunagu.contract.id.CaseNumber;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class NumberStoreTest {

  private static final int PARTITIONS = 6;
  private static final int RECEPTIONS = 1_000_000;
  private static final Instant NOW = Instant.parse("2026-11-26T06:00:00Z");

  @Test
  void a_million_receptions_on_six_partitions_with_restarts_between_have_a_number_each() {
    var random = new Random(6);
    var stores = IntStream.range(0, PARTITIONS).mapToObj(_ -> store()).toList();
    List<NumberStore> tasks = started(stores);
    Set<String> given = new HashSet<>(RECEPTIONS * 2);
    for (int reception = 0; reception < RECEPTIONS; reception++) {
      if (reception % 100_000 == 0) {
        tasks = started(stores);
      }
      given.add(receive(tasks.get(random.nextInt(PARTITIONS))).value());
    }
    assertThat(given).hasSize(RECEPTIONS);
  }

  @Test
  void a_number_that_was_not_given_is_told_again() {
    NumberStore task = new NumberStore(store(), 4, PARTITIONS, 0);
    NumberStore.Free free = task.next(NOW).orElseThrow();
    assertThat(task.next(NOW)).contains(free);
    task.give(free);
    assertThat(task.next(NOW).orElseThrow().number()).isNotEqualTo(free.number());
  }

  @Test
  void a_restored_network_gives_none_that_may_have_been_given_in_the_time_that_was_lost() {
    KeyValueStore<String, byte[]> restored = store();
    NumberStore before = new NumberStore(restored, 4, PARTITIONS, 0);
    receive(before);
    NumberStore.Free lost = before.next(NOW).orElseThrow();
    NumberStore after = new NumberStore(restored, 4, PARTITIONS, 7);
    NumberStore.Free first = after.next(NOW).orElseThrow();
    assertThat(first.turn()).isEqualTo(lost.turn() + NumberStore.LEFT_OUT);
    after.give(first);
    NumberStore started = new NumberStore(restored, 4, PARTITIONS, 7);
    assertThat(started.next(NOW).orElseThrow().turn()).isLessThan(first.turn() + 3);
    NumberStore again = new NumberStore(restored, 4, PARTITIONS, 8);
    assertThat(again.next(NOW).orElseThrow().turn())
        .isGreaterThanOrEqualTo(first.turn() + NumberStore.LEFT_OUT);
  }

  @Test
  void a_case_goes_without_one_when_those_of_the_year_are_used_up() {
    NumberStore task = new NumberStore(store(), 4, PARTITIONS, 0);
    NumberStore.Free free = task.next(NOW).orElseThrow();
    int last = (CaseNumber.LARGEST_SERIAL - 4) / PARTITIONS;
    task.give(new NumberStore.Free(free.number(), free.receivedOn(), last));
    assertThat(task.next(NOW)).isEmpty();
    assertThat(task.next(Instant.parse("2026-12-31T15:00:00Z")).orElseThrow().number().value())
        .startsWith("令和9-0000");
  }

  private static CaseNumber receive(NumberStore task) {
    NumberStore.Free free = task.next(NOW).orElseThrow();
    task.give(free);
    return free.number();
  }

  private static List<NumberStore> started(List<KeyValueStore<String, byte[]>> stores) {
    return IntStream.range(0, PARTITIONS)
        .mapToObj(partition -> new NumberStore(stores.get(partition), partition, PARTITIONS, 0))
        .toList();
  }

  private static KeyValueStore<String, byte[]> store() {
    KeyValueStore<String, byte[]> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("numbers"), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .withCachingDisabled()
            .build();
    store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    return store;
  }
}
