package jp.tsunagu.stats.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import jp.tsunagu.contract.calendar.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of business time.
 *
 * @param from first moment
 * @param until end, excluded; none while it goes on
 */
public record Span(Instant from, @Nullable Instant until) {

  /** Whether it goes on. */
  public boolean isOpen() {
    return until == null;
  }

  /** Whether the moment lies in it. */
  public boolean contains(Instant moment) {
    return !moment.isBefore(from) && (until == null || moment.isBefore(until));
  }

  /**
   * Whether it went on into this year. What ended in its first moment did: its end is of this year,
   * and who writes down a day without a time ends it there.
   */
  public boolean isCarriedInto(FiscalYear year) {
    return from.isBefore(year.begins()) && (until == null || !until.isBefore(year.begins()));
  }

  /** Whether it has no length, or ends before it begins because times were entered wrongly. */
  public boolean isEmpty() {
    return until != null && !from.isBefore(until);
  }

  /** The same moments as stretches that neither overlap nor touch, in order. */
  public static List<Span> union(Collection<Span> spans) {
    List<Span> ordered = new ArrayList<>(spans);
    ordered.removeIf(Span::isEmpty);
    ordered.sort(Comparator.comparing(Span::from));
    List<Span> merged = new ArrayList<>();
    for (Span next : ordered) {
      Span last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || !last.reaches(next.from())) {
        merged.add(next);
      } else {
        merged.set(merged.size() - 1, new Span(last.from(), later(last.until(), next.until())));
      }
    }
    return merged;
  }

  private boolean reaches(Instant moment) {
    return until == null || !moment.isAfter(until);
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return null;
    }
    return one.isAfter(other) ? one : other;
  }
}
