package jp.tsunagu.connector.takeout;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list that is read some rows at a time: behind the last of those before. */
final class Lots {

  /** So many rows are read at a time. */
  static final int ROWS = 200;

  private Lots() {}

  /** The next rows, behind the last of those before; none for the first. */
  @FunctionalInterface
  interface After<K, T> {
    List<T> read(@Nullable K last);
  }

  static <K, T> void each(After<K, T> next, Function<T, K> key, Consumer<? super T> use) {
    List<T> rows = next.read(null);
    while (!rows.isEmpty()) {
      rows.forEach(use);
      rows = rows.size() < ROWS ? List.of() : next.read(key.apply(rows.getLast()));
    }
  }
}
