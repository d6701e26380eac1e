package jp.tsunagu.stats.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.stream.FactsBytes;
import jp.tsunagu.stats.stream.Stores;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Reads the facts of all cases, those of this instance straight from its stores; each time it is
 * asked to. Close it: an iterator over a store holds memory outside the heap.
 */
final class FactsReading implements Iterable<CaseFacts>, AutoCloseable {

  private final StreamHandle handle;
  private final Set<Integer> here;
  private final Held<byte[]> others;
  private final List<KeyValueIterator<String, byte[]>> open = new ArrayList<>();

  /**
   * A reading of these partitions.
   *
   * @param held all partitions, with the facts of those that other instances have
   */
  FactsReading(StreamHandle handle, Held<byte[]> held) {
    this.handle = handle;
    Set<Integer> local = new HashSet<>();
    held.offsets()
        .forEach(
            (partition, offset) -> {
              if (offset == LocalParts.TO_BE_READ_HERE) {
                local.add(partition);
              }
            });
    this.here = local;
    this.others = held;
  }

  /** Whether the partitions that were read here still are. */
  boolean isStillWhole() {
    return handle.figures().here().keySet().containsAll(here);
  }

  @Override
  public Iterator<CaseFacts> iterator() {
    List<Iterator<byte[]>> parts = new ArrayList<>();
    for (int partition : here) {
      KeyValueIterator<String, byte[]> stored =
          LocalParts.store(handle, Stores.CASE_FACTS, partition).all();
      open.add(stored);
      parts.add(new Values(stored));
    }
    parts.add(others.values().values().iterator());
    return new Published(parts.iterator());
  }

  @Override
  public void close() {
    open.forEach(KeyValueIterator::close);
  }

  private record Values(KeyValueIterator<String, byte[]> stored) implements Iterator<byte[]> {
    @Override
    public boolean hasNext() {
      return stored.hasNext();
    }

    @Override
    public byte[] next() {
      return stored.next().value;
    }
  }

  private final class Published implements Iterator<CaseFacts> {
    private final Iterator<Iterator<byte[]>> parts;
    private Iterator<byte[]> part = Collections.emptyIterator();

    Published(Iterator<Iterator<byte[]>> parts) {
      this.parts = parts;
    }

    @Override
    public boolean hasNext() {
      while (!part.hasNext() && parts.hasNext()) {
        part = parts.next();
      }
      return part.hasNext();
    }

    @Override
    public CaseFacts next() {
      return FactsBytes.decode(part.next()).asPublished(handle.rules().desk());
    }
  }
}
