package jp.tsunagu.compose.checker;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What all clients tried, and what each was told. Thread-safe. */
public final class Journal {
  private final NavigableMap<Integer, Attempt> attempts = new TreeMap<>();
  private int begun;

  /** A number for what is about to be tried. */
  public synchronized int begin() {
    return ++begun;
  }

  /** Notes what came of an attempt; what was noted under its number is replaced. */
  public synchronized void note(Attempt attempt) {
    attempts.put(attempt.number(), attempt);
  }

  /** All of them, in the order in which they began. */
  public synchronized List<Attempt> attempts() {
    return List.copyOf(attempts.values());
  }

  /** Those that were told something of this kind at first. */
  public List<Attempt> first(Class<? extends Answer> kind) {
    return having(attempt -> attempt.first(), kind);
  }

  /** Those that know something of this kind in the end. */
  public List<Attempt> last(Class<? extends Answer> kind) {
    return having(Attempt::last, kind);
  }

  private List<Attempt> having(Function<Attempt, Answer> told, Class<? extends Answer> kind) {
    return attempts().stream().filter(attempt -> kind.isInstance(told.apply(attempt))).toList();
  }
}
