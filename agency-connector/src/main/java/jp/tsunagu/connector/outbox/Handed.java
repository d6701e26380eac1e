package jp.tsunagu.connector.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What an agency hands in, read and checked: it is stored as it is.
 *
 * @param key none where the caller gave none: nothing is recognised as a repetition
 * @param stored called once it is stored, in the same transaction and perhaps in another thread;
 *     not called for a repetition
 */
public record Handed(@Nullable IdempotencyKey key, Wishes wishes, Runnable stored) {

  /** With which nothing else is stored. */
  public Handed(@Nullable IdempotencyKey key, Wishes wishes) {
    this(key, wishes, () -> {});
  }
}
