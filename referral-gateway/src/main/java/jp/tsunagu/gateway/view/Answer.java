package jp.tsunagu.gateway.view;

import java.time.Duration;
import java.util.function.Function;

/** What a view answers: it never guesses while it is still being built. */
public sealed interface Answer<T> {

  /** Here it is. */
  record Found<T>(T value) implements Answer<T> {}

  /** There is no such thing, or the asker may not know of it. */
  record NotFound<T>() implements Answer<T> {}

  /** It cannot be told yet; ask again after this time. */
  record NotReady<T>(Duration retryAfter) implements Answer<T> {}

  /** The same answer about something made of the value. */
  default <R> Answer<R> then(Function<T, Answer<R>> next) {
    return switch (this) {
      case Found<T>(T value) -> next.apply(value);
      case NotFound<T> _ -> new NotFound<>();
      case NotReady<T>(Duration retryAfter) -> new NotReady<>(retryAfter);
    };
  }
}
