package jp.tsunagu.stats.view;

import java.time.Duration;
import java.util.function.Function;

/** What a question gets: never a number that is not yet right. */
public sealed interface Answer<T> {

  /** Here it is. */
  record Found<T>(T value) implements Answer<T> {}

  /** It cannot be told yet; ask again after this time. */
  record NotReady<T>(Duration retryAfter) implements Answer<T> {}

  /** The usual time to wait. */
  static <T> Answer<T> soon() {
    return new NotReady<>(Duration.ofSeconds(2));
  }

  /** The same answer about something made of the value. */
  default <R> Answer<R> then(Function<T, Answer<R>> next) {
    return switch (this) {
      case Found<T>(T value) -> next.apply(value);
      case NotReady<T>(Duration retryAfter) -> new NotReady<>(retryAfter);
    };
  }
}
