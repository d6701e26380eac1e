package jp.tsunagu.connector.database;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows that an earlier release kept, worked through before anything is asked for: so many at a
 * time, each lot in a transaction of its own, so that a start that is broken off goes on with the
 * rest. A row that cannot be read is passed over and counted; it stops no start.
 *
 * @param <K> by which the rows are in order
 * @param <V> what is made of a row
 */
public final class OlderLots<K, V> {

  private static final Logger LOG = LoggerFactory.getLogger(OlderLots.class);
  private static final int AT_ONCE = 500;
  private static final int TOLD_EVERY = 20;

  private final AgencyDatabase database;
  private final Reading<K, V> reading;
  private final Consumer<List<V>> writing;

  /**
   * Reads a lot.
   *
   * @param <K> by which the rows are in order
   * @param <V> what is made of a row
   */
  public interface Reading<K, V> {
    /** At most so many rows behind this key, in their order. */
    List<Row<K, V>> after(K key, int most);
  }

  /**
   * A row.
   *
   * @param value none where it cannot be read
   * @param <K> by which the rows are in order
   * @param <V> what is made of a row
   */
  public record Row<K, V>(K key, Optional<V> value) {

    /** A row of which this is made, none where that ends in an {@link IllegalStateException}. */
    public static <K, V> Row<K, V> of(K key, Supplier<Optional<V>> value) {
      try {
        return new Row<>(key, value.get());
      } catch (IllegalStateException unreadable) {
        return new Row<>(key, Optional.empty());
      }
    }
  }

  /**
   * How it ended.
   *
   * @param written rows that have what they lacked
   * @param passedOver rows that could not be read; the next start tries them again
   */
  public record Result(int written, int passedOver) {}

  /**
   * Rows of one agency.
   *
   * @param writing writes what was made of them
   */
  public OlderLots(AgencyDatabase database, Reading<K, V> reading, Consumer<List<V>> writing) {
    this.database = database;
    this.reading = reading;
    this.writing = writing;
  }

  private record Lot<K>(int read, int written, Optional<K> last) {}

  /**
   * All of them; tells in the log how far it is.
   *
   * @param first a key before all others
   * @param what they are, for the log
   */
  public Result workThrough(K first, String what) {
    int read = 0;
    int written = 0;
    int lots = 0;
    Optional<K> last = Optional.of(first);
    while (last.isPresent()) {
      K after = last.get();
      Lot<K> lot = database.inTransaction(() -> next(after));
      read += lot.read();
      written += lot.written();
      last = lot.last();
      lots++;
      if (lots % TOLD_EVERY == 0) {
        LOG.info("{}: {} {} of an earlier release so far", database.agency(), read, what);
      }
    }
    if (read > 0) {
      LOG.info(
          "{}: {} {} of an earlier release have what they lacked, {} could not be read",
          database.agency(),
          written,
          what,
          read - written);
    }
    return new Result(written, read - written);
  }

  private Lot<K> next(K after) {
    List<Row<K, V>> rows = reading.after(after, AT_ONCE);
    List<V> values = rows.stream().flatMap(row -> row.value().stream()).toList();
    if (!values.isEmpty()) {
      writing.accept(values);
    }
    return new Lot<>(
        rows.size(),
        values.size(),
        rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast().key()));
  }
}
