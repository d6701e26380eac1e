package jp.tsunagu.stats.view;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.tsunagu.stats.report.Window.Range;
import jp.tsunagu.stats.stream.Progress;
import jp.tsunagu.stats.stream.Stores;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What this instance holds itself: the parts of its own partitions. */
final class LocalStores {

  private final Supplier<Optional<StreamHandle>> stream;

  LocalStores(Supplier<Optional<StreamHandle>> stream) {
    this.stream = stream;
  }

  /** Reads the buckets of a range; false where this instance cannot tell the truth yet. */
  boolean buckets(Range range, BiConsumer<String, byte[]> reader) {
    return read(Stores.FIGURES, store -> store.range(range.from(), range.until()), reader);
  }

  /** Reads the facts of all cases; false where this instance cannot tell the truth yet. */
  boolean facts(BiConsumer<String, byte[]> reader) {
    return read(Stores.CASE_FACTS, ReadOnlyKeyValueStore::all, reader);
  }

  private boolean read(
      String name,
      Function<ReadOnlyKeyValueStore<String, byte[]>, KeyValueIterator<String, byte[]>> range,
      BiConsumer<String, byte[]> reader) {
    Optional<StreamHandle> handle = stream.get();
    try {
      if (handle.isEmpty() || !hasCaughtUp(handle.get())) {
        return false;
      }
      try (KeyValueIterator<String, byte[]> found =
          range.apply(store(handle.get().streams(), name))) {
        found.forEachRemaining(entry -> reader.accept(entry.key, entry.value));
      }
      return true;
    } catch (InvalidStateStoreException moving) {
      return false;
    }
  }

  /** Whether every partition that is here was read to the end of the start, by these rules. */
  private static boolean hasCaughtUp(StreamHandle handle) {
    if (handle.streams().state() != KafkaStreams.State.RUNNING) {
      return false;
    }
    ReadOnlyKeyValueStore<String, byte[]> progress = store(handle.streams(), Stores.PROGRESS);
    return partitions(handle.streams()).stream()
        .allMatch(
            partition ->
                Progress.countedBy(progress, partition, handle.rulesPrint())
                    && Progress.lastOffset(progress, partition)
                        >= handle.end().lastOffsets().getOrDefault(partition, -1L));
  }

  private static Set<Integer> partitions(KafkaStreams streams) {
    return streams.metadataForLocalThreads().stream()
        .flatMap(thread -> thread.activeTasks().stream())
        .map(task -> task.taskId().partition())
        .collect(Collectors.toSet());
  }

  private static ReadOnlyKeyValueStore<String, byte[]> store(KafkaStreams streams, String name) {
    return streams.store(
        StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
  }
}
