package jp.tsunagu.runtime.aside;

import org.jspecify.annotations.Nullable;

/** Takes in what can be read, in the order of each key. */
@FunctionalInterface
public interface Delivery<T> {

  /**
   * Takes in one record, wholly or, if it throws, not at all.
   *
   * @param value none for a deletion
   */
  void take(RawRecord record, String key, @Nullable T value);
}
