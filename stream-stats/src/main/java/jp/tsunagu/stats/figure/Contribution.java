package jp.tsunagu.stats.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.stats.figure.Dimension.OfArea;
import jp.tsunagu.stats.figure.Dimension.OfPair;
import jp.tsunagu.stats.figure.Dimension.OfProtected;
import jp.tsunagu.stats.figure.Dimension.OfUrgency;
import org.jspecify.annotations.Nullable;

/** One thing that a case adds to the figures. Equal ones add the same. */
public sealed interface Contribution {

  /** The case or referral because of which it is added. */
  UUID subject();

  /** Tells every cell that is kept and to which it adds 1. */
  void addTo(WorkingTime workingTime, Retention retention, CellSink sink);

  /** Takes in cells of one bucket. */
  @FunctionalInterface
  interface CellSink {
    /** One more in each of these cells of this bucket. */
    void add(BucketKey key, List<Timed> cells);
  }

  /** Adds to one cell. */
  record Counted(BucketKey key, Cell cell, UUID subject) implements Contribution {
    @Override
    public void addTo(WorkingTime workingTime, Retention retention, CellSink sink) {
      sink.add(key, List.of(Timed.not(cell)));
    }

    @Override
    public int hashCode() {
      return 31 * key.hashCode() + cell.hashCode();
    }
  }

  /** What a protected case adds: the same, apart from all others. */
  record Protected(Contribution of) implements Contribution {
    @Override
    public UUID subject() {
      return of.subject();
    }

    @Override
    public void addTo(WorkingTime workingTime, Retention retention, CellSink sink) {
      of.addTo(
          workingTime,
          retention,
          (key, cells) ->
              sink.add(new BucketKey(key.period(), new OfProtected(key.dimension())), cells));
    }
  }

  /**
   * A household waited from one moment to another: in calendar and office hours, it stands in the
   * hour, on the day and in the month in which the waiting ended.
   */
  record Waited(
      Measure measure,
      Instant from,
      Instant until,
      OfPair pair,
      Urgency urgency,
      @Nullable AreaId area,
      UUID subject)
      implements Contribution {
    @Override
    public void addTo(WorkingTime workingTime, Retention retention, CellSink sink) {
      Duration whole = Duration.between(from, until);
      Duration working = workingTime.between(from, until);
      List<Timed> cells =
          List.of(timed(TimeKind.CALENDAR, whole), timed(TimeKind.WORKING, working));
      Period.Day day = Period.dayOf(until);
      addTo(Period.monthOf(day), cells, sink);
      if (retention.keepsTimesOf(day)) {
        addTo(day, cells, sink);
        Period.Hour hour = Period.hourOf(until);
        if (retention.keepsTimesOf(hour)) {
          addTo(hour, cells, sink);
        }
      }
    }

    private Timed timed(TimeKind time, Duration duration) {
      return new Timed(new Cell(measure, time, DurationBins.of(duration)), duration.toMillis());
    }

    private void addTo(Period period, List<Timed> cells, CellSink sink) {
      sink.add(new BucketKey(period, pair), cells);
      sink.add(new BucketKey(period, new OfUrgency(urgency)), cells);
      if (area != null) {
        sink.add(new BucketKey(period, new OfArea(area)), cells);
      }
    }

    @Override
    public int hashCode() {
      return 31 * until.hashCode() + measure.code();
    }
  }
}
