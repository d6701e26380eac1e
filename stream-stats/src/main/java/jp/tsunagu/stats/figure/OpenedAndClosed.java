package jp.tsunagu.stats.figure;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.Span;
import jp.tsunagu.stats.figure.Contributions.Sink;
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

  static void add(CaseFacts facts, Sink sink) {
    UUID subject = facts.caseId().value();
    List<Hold> holds = Holds.of(facts);
    addSpans(
        Holds.anywhere(facts, holds), new All(), Measure.OPENED, Measure.CLOSED, subject, sink);
    Holds.byAgency(holds)
        .forEach(
            (agency, spans) ->
                addSpans(
                    spans, new OfAgency(agency), Measure.OPENED, Measure.CLOSED, subject, sink));
    addCoordination(holds, subject, sink);
  }

  private static void addCoordination(List<Hold> holds, UUID subject, Sink sink) {
    List<Hold> coordinated =
        holds.stream().filter(hold -> hold.as() == HeldAs.COORDINATION).toList();
    Map<Dimension, List<Span>> spans = new TreeMap<>(Comparator.comparing(Dimension::code));
    spans.put(new All(), Span.union(coordinated.stream().map(Hold::span).toList()));
    Map<AgencyId, List<Span>> byCoordinator = Holds.byAgency(coordinated);
    byCoordinator.forEach((agency, own) -> spans.put(new OfAgency(agency), own));
    spans.forEach(
        (where, own) ->
            addSpans(
                own,
                where,
                Measure.COORDINATION_OPENED,
                Measure.COORDINATION_CLOSED,
                subject,
                sink));
  }

  private static void addSpans(
      List<Span> spans, Dimension where, Measure opened, Measure closed, UUID subject, Sink sink) {
    for (Span span : spans) {
      sink.add(new BucketKey(Period.dayOf(span.from()), where), Cell.count(opened), subject);
      Instant until = span.until();
      if (until != null) {
        sink.add(new BucketKey(Period.dayOf(until), where), Cell.count(closed), subject);
      }
    }
  }
}
