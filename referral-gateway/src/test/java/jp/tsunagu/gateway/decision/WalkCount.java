package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.SideKind;
import org.jspecify.annotations.Nullable;

/**
 * What a walk decided to do, counted when it did it and not from what the product made of it; each
 * fiscal year for itself.
 */
public final class WalkCount {

  private final Map<FiscalYear, Year> years = new HashMap<>();
  private FiscalYear now;

  WalkCount(FiscalYear first) {
    this.now = first;
    years.put(first, new Year());
  }

  /**
   * Supports of one kind beside the case, in a year.
   *
   * @param begun in it
   * @param carriedOver into it: those that ran when it began
   * @param ended in it
   * @param staying those of all that ended in it, where somebody is in contact until today
   */
  public record Sides(int begun, int carriedOver, int ended, int staying) {

    /** None. */
    public static final Sides NONE = new Sides(0, 0, 0, 0);

    /** Those of two. */
    public Sides and(Sides other) {
      return new Sides(
          begun + other.begun,
          carriedOver + other.carriedOver,
          ended + other.ended,
          staying + other.staying);
    }
  }

  /** One fiscal year of the walk. */
  public static final class Year {
    private final Set<MeetingId> meetings = new HashSet<>();
    private final List<String> lacking = new ArrayList<>();
    private final Map<SideKind, Sides> sides = new EnumMap<>(SideKind.class);
    private boolean accepted;
    private boolean coordinated;
    private boolean goesOn;
    private boolean planned;
    private @Nullable ItemOutcome decided;

    private Year() {}

    private static Year after(Year before) {
      Year next = new Year();
      next.goesOn = before.goesOn;
      next.coordinated = before.goesOn;
      for (SideKind kind : GrowingCode.known(SideKind.class)) {
        Sides last = before.sides(kind);
        next.sides.put(kind, new Sides(0, last.begun() + last.carriedOver() - last.ended(), 0, 0));
      }
      return next;
    }

    /** The meetings that dealt with the household. */
    public Set<MeetingId> meetings() {
      return Set.copyOf(meetings);
    }

    /** What was said to be missing, as often as it was. */
    public List<String> lacking() {
      return List.copyOf(lacking);
    }

    /** The supports of this kind. */
    public Sides sides(SideKind kind) {
      return sides.getOrDefault(kind, Sides.NONE);
    }

    /** Whether somebody began to coordinate. */
    public boolean beganCoordination() {
      return accepted;
    }

    /** Whether somebody coordinated, be it since a year before. */
    public boolean wasCoordinated() {
      return coordinated;
    }

    /** Whether the last one who coordinated ended it. */
    public boolean isClosed() {
      return coordinated && !goesOn;
    }

    /** Whether a meeting confirmed a plan. */
    public boolean hasPlan() {
      return planned;
    }

    /** What was decided last; none where nothing was. */
    public @Nullable ItemOutcome decided() {
      return decided;
    }

    private void add(SideKind kind, Sides more) {
      sides.merge(kind, more, Sides::and);
    }
  }

  /** What this year saw; the walk was there. */
  public Year in(FiscalYear year) {
    return Objects.requireNonNull(years.get(year), () -> "the walk was not there in " + year);
  }

  /** The year that it is in. */
  FiscalYear now() {
    return now;
  }

  /** 31 March is over. */
  void turn() {
    Year over = in(now);
    now = now.next();
    years.put(now, Year.after(over));
  }

  void accept() {
    Year year = in(now);
    year.accepted = true;
    year.coordinated = true;
    year.goesOn = true;
  }

  void close() {
    in(now).goesOn = false;
  }

  void decide(MeetingId meeting, ItemOutcome outcome, List<String> missing) {
    Year year = in(now);
    year.meetings.add(meeting);
    year.lacking.addAll(missing);
    year.decided = outcome;
    year.planned |= outcome == ItemOutcome.PLAN_CONFIRMED;
  }

  void begin(SideKind kind) {
    in(now).add(kind, new Sides(1, 0, 0, 0));
  }

  void end(SideKind kind, boolean stays) {
    in(now).add(kind, new Sides(0, 0, 1, stays ? 1 : 0));
  }

  /** Nobody is in contact any more after a support that had ended in that year. */
  void stopStaying(SideKind kind, FiscalYear ended) {
    in(ended).add(kind, new Sides(0, 0, 0, -1));
  }
}
