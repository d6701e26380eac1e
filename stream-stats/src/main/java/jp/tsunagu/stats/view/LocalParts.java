package jp.tsunagu.stats.view;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.report.Window.Range;
import jp.tsunagu.stats.stream.Progress;
import jp.tsunagu.stats.stream.Stores;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What this instance holds itself: of its own partitions, and of those only where it is right. */
final class LocalParts {

  /** Stands for the offset of a partition whose facts are still to be read here. */
  static final long TO_BE_READ_HERE = Long.MIN_VALUE;

  private LocalParts() {}

  static Held<Bucket> figures(StreamHandle handle, Range range) {
    Map<Integer, Long> offsets = new HashMap<>();
    Map<String, Bucket> buckets = new HashMap<>();
    handle
        .figures()
        .here()
        .forEach(
            (partition, figures) ->
                offsets.put(
                    partition,
                    figures.read(
                        range::contains,
                        (key, bucket) -> buckets.merge(key.code(), bucket, Bucket::plus))));
    return new Held<>(offsets, buckets, handle.clock().instant().toEpochMilli());
  }

  /** The partitions whose facts can be read here; no fact itself. */
  static Optional<Held<byte[]>> partitions(StreamHandle handle) {
    Map<Integer, Long> offsets = new HashMap<>();
    handle.figures().here().keySet().forEach(partition -> offsets.put(partition, TO_BE_READ_HERE));
    return Optional.of(new Held<>(offsets, Map.of(), handle.clock().instant().toEpochMilli()));
  }

  /** The stored facts; empty where a partition leaves this instance meanwhile. */
  static Optional<Held<byte[]>> facts(StreamHandle handle) {
    Set<Integer> partitions = handle.figures().here().keySet();
    Map<Integer, Long> offsets = new HashMap<>();
    Map<String, byte[]> facts = new HashMap<>();
    try {
      for (int partition : partitions) {
        offsets.put(
            partition, Progress.lastOffset(store(handle, Stores.PROGRESS, partition), partition));
        try (KeyValueIterator<String, byte[]> all =
            store(handle, Stores.CASE_FACTS, partition).all()) {
          all.forEachRemaining(entry -> facts.put(entry.key, entry.value));
        }
      }
      return handle.figures().here().keySet().containsAll(partitions)
          ? Optional.of(new Held<>(offsets, facts, handle.clock().instant().toEpochMilli()))
          : Optional.empty();
    } catch (InvalidStateStoreException moving) {
      return Optional.empty();
    }
  }

  static ReadOnlyKeyValueStore<String, byte[]> store(
      StreamHandle handle, String name, int partition) {
    return handle
        .streams()
        .store(
            StoreQueryParameters.fromNameAndType(
                    name, QueryableStoreTypes.<String, byte[]>keyValueStore())
                .withPartition(partition));
  }
}
