package jp.tsunagu.compose.checker;

import java.util.List;
import java.util.stream.Stream;

/** Says of every promise whether it was kept. */
public final class Checker {
  private Checker() {}

  /** The verdicts on one run, in the order of {@link Promise}. */
  public static List<Verdict> judge(Journal journal, Found found) {
    return Stream.of(Promise.values()).map(promise -> judge(promise, journal, found)).toList();
  }

  private static Verdict judge(Promise promise, Journal journal, Found found) {
    var guarantee = promise.guarantee();
    journal.attempts().forEach(guarantee::attempted);
    found.shown().forEach(guarantee::shown);
    found.ledger().forEach(guarantee::entered);
    found.endings().forEach(guarantee::ended);
    guarantee.met(found.meetings());
    found.comparisons().forEach(guarantee::compared);
    return new Verdict(promise, guarantee.broken());
  }
}
