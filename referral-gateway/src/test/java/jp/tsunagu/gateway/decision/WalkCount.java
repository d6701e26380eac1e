package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.SideKind;
import org.jspecify.annotations.Nullable;

/** What a walk decided to do, counted when it did it and not from what the product made of it. */
public final class WalkCount {

  private final Set<MeetingId> meetings = new HashSet<>();
  private final List<String> lacking = new ArrayList<>();
  private final Map<SideKind, Sides> sides = new EnumMap<>(SideKind.class);
  private int accepted;
  private int confirmed;
  private boolean closed;
  private @Nullable ItemOutcome decided;

  WalkCount() {}

  /** Supports of one kind beside the case: how many began, ended, and stay in contact since. */
  public record Sides(int begun, int ended, int staying) {

    /** None. */
    public static final Sides NONE = new Sides(0, 0, 0);

    /** Those of two. */
    public Sides and(Sides other) {
      return new Sides(begun + other.begun, ended + other.ended, staying + other.staying);
    }
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

  /** Whether somebody coordinated. */
  public boolean wasCoordinated() {
    return accepted > 0;
  }

  /** Whether the last one who coordinated ended it. */
  public boolean isClosed() {
    return closed;
  }

  /** Whether a meeting confirmed a plan. */
  public boolean hasPlan() {
    return confirmed > 0;
  }

  /** What was decided last; none where nothing was. */
  public @Nullable ItemOutcome decided() {
    return decided;
  }

  void accept() {
    accepted++;
    closed = false;
  }

  void close() {
    closed = true;
  }

  void decide(MeetingId meeting, ItemOutcome outcome, List<String> missing) {
    meetings.add(meeting);
    lacking.addAll(missing);
    decided = outcome;
    confirmed += outcome == ItemOutcome.PLAN_CONFIRMED ? 1 : 0;
  }

  void begin(SideKind kind) {
    add(kind, new Sides(1, 0, 0));
  }

  void end(SideKind kind, boolean stays) {
    add(kind, new Sides(0, 1, stays ? 1 : 0));
  }

  void stopStaying(SideKind kind) {
    add(kind, new Sides(0, 0, -1));
  }

  private void add(SideKind kind, Sides more) {
    sides.merge(kind, more, Sides::and);
  }
}
