package jp.tsunagu.runtime.aside;

import org.jspecify.annotations.Nullable;

/** What came of reading a record. */
public sealed interface Reading<T> {

  /**
   * It says something about this key.
   *
   * @param value none for a deletion
   */
  record Readable<T>(String key, @Nullable T value) implements Reading<T> {}

  /**
   * It says nothing.
   *
   * @param key what it is about all the same; none where that cannot be told
   */
  record Unreadable<T>(@Nullable String key, AsideReason reason) implements Reading<T> {}
}
