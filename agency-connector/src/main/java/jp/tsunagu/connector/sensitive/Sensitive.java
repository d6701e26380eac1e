package jp.tsunagu.connector.sensitive;

import java.util.function.Function;

/**
 * Carries what must never stand in a log line, an exception message or a metric: personal data
 * (個人情報) and secrets. Printing it shows nothing of the value.
 *
 * @param value the value itself; hand it only to code that stores, seals or shows it to its reader
 */
public record Sensitive<T>(T value) {

  /** The same protection around something made of the value. */
  public <R> Sensitive<R> map(Function<? super T, ? extends R> change) {
    return new Sensitive<>(change.apply(value));
  }

  @Override
  public String toString() {
    return "***";
  }
}
