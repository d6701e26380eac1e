package jp.tsunagu.stats.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.figure.Audience;
import jp.tsunagu.stats.stream.FactsBytes;
import jp.tsunagu.stats.stream.Stores;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts of all cases, those of this instance straight from its stores; each time it is
 * asked to. Close it: an iterator over a store holds memory outside the heap.
 */
final class FactsReading implements Iterable<CaseFacts>, AutoCloseable {

  private final StreamHandle handle;
  private final Set<Integer> here;
  private final Held<byte[]> others;
  private final Audience audience;
  private final List<KeyValueIterator<String, byte[]>> open = new ArrayList<>();

  /**
   * A reading of these partitions.
   *
   * @param held all partitions, with the facts of those that other instances have
   * @param audience which cases are read
   */
  FactsReading(StreamHandle handle, Held<byte[]> held, Audience audience) {
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
    this.audience = audience;
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
    return new Counted(parts.iterator());
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

  private final class Counted implements Iterator<CaseFacts> {
    private final Iterator<Iterator<byte[]>> parts;
    private Iterator<byte[]> part = Collections.emptyIterator();
    private @Nullable CaseFacts next;

    Counted(Iterator<Iterator<byte[]>> parts) {
      this.parts = parts;
    }

    @Override
    public boolean hasNext() {
      while (next == null && advance()) {
        CaseFacts facts = FactsBytes.decode(part.next());
        next = audience.counts(facts) ? facts : null;
      }
      return next != null;
    }

    private boolean advance() {
      while (!part.hasNext() && parts.hasNext()) {
        part = parts.next();
      }
      return part.hasNext();
    }

    @Override
    public CaseFacts next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException("every case was read");
      }
      CaseFacts facts = next;
      next = null;
      return facts;
    }
  }
}
