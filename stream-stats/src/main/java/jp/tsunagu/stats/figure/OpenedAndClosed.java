package jp.tsunagu.stats.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.Span;
import jp.tsunagu.stats.figure.Contribution.Counted;
import jp.tsunagu.stats.figure.Dimension.All;
import jp.tsunagu.stats.figure.Dimension.OfAgency;
import jp.tsunagu.stats.figure.Hold.HeldAs;

/**
 * Cases that began and ceased to be held, by day: per agency and in all, and apart from that what
 * is coordinated, per coordinator (江戸川区: per department). Their sums up to a day give the share of
 * coordination on that day.
 */
final class OpenedAndClosed {

  private OpenedAndClosed() {}

  static void add(CaseFacts facts, List<Hold> holds, Consumer<Contribution> sink) {
    Of opened = new Of(facts.caseId().value(), Measure.OPENED, Measure.CLOSED, sink);
    opened.add(Holds.anywhere(facts, holds), new All());
    Holds.byAgency(holds).forEach((agency, spans) -> opened.add(spans, new OfAgency(agency)));
    List<Hold> coordinated = new ArrayList<>(holds);
    coordinated.removeIf(hold -> hold.as() != HeldAs.COORDINATION);
    Of coordination =
        new Of(
            facts.caseId().value(), Measure.COORDINATION_OPENED, Measure.COORDINATION_CLOSED, sink);
    coordination.add(Span.union(coordinated.stream().map(Hold::span).toList()), new All());
    Holds.byAgency(coordinated)
        .forEach((agency, spans) -> coordination.add(spans, new OfAgency(agency)));
  }

  private record Of(UUID subject, Measure opened, Measure closed, Consumer<Contribution> sink) {

    void add(List<Span> spans, Dimension where) {
      for (Span span : spans) {
        add(span.from(), where, opened);
        Instant until = span.until();
        if (until != null) {
          add(until, where, closed);
        }
      }
    }

    private void add(Instant when, Dimension where, Measure measure) {
      BucketKey key = new BucketKey(Period.dayOf(when), where);
      sink.accept(new Counted(key, Cell.count(measure), subject));
    }
  }
}
