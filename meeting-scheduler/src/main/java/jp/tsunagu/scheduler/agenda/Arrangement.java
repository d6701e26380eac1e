package jp.tsunagu.scheduler.agenda;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order items are heard in: one lane after the other (会議区分ごと); in a lane what was published
 * before in its old order, then 緊急, then the rest, each so that items of one agency are back to
 * back; last, what the desk placed by hand takes its position.
 */
final class Arrangement {

  private static final Comparator<Entry> BY_POSITION =
      comparing((Entry entry) -> Objects.requireNonNull(entry.wishedPosition()))
          .thenComparing(Priority.BY_ID);

  private Arrangement() {}

  static List<Entry> of(List<Entry> entries) {
    List<Entry> order = new ArrayList<>(entries.size());
    entries.stream()
        .map(Entry::lane)
        .distinct()
        .sorted()
        .forEach(lane -> appendLane(order, ofLane(entries, lane)));
    return order;
  }

  /** Published before, 緊急, the rest. */
  static int rank(Entry entry) {
    if (entry.isKept()) {
      return 0;
    }
    return entry.candidate().isEmergency() ? 1 : 2;
  }

  /** Whether everyone the desk gave a position in its lane has it. */
  static boolean keepsPositions(List<Entry> order) {
    return order.stream()
        .filter(entry -> entry.wishedPosition() != null)
        .allMatch(entry -> isAtItsPosition(entry, ofLane(order, entry.lane())));
  }

  private static boolean isAtItsPosition(Entry entry, List<Entry> lane) {
    int wished = Objects.requireNonNull(entry.wishedPosition());
    return lane.indexOf(entry) == Math.min(wished, lane.size()) - 1;
  }

  private static List<Entry> ofLane(List<Entry> entries, Lane lane) {
    return entries.stream().filter(entry -> entry.lane().equals(lane)).toList();
  }

  private static void appendLane(List<Entry> order, List<Entry> lane) {
    List<Entry> arranged = new ArrayList<>(lane.size());
    @Nullable Entry previous = order.isEmpty() ? null : order.getLast();
    for (int rank = 0; rank <= 2; rank++) {
      chain(arranged, ofRank(lane, rank), previous);
    }
    lane.stream()
        .filter(entry -> entry.wishedPosition() != null)
        .sorted(BY_POSITION)
        .forEach(entry -> arranged.add(indexFor(entry, arranged), entry));
    order.addAll(arranged);
  }

  private static int indexFor(Entry entry, List<Entry> arranged) {
    return Math.min(Objects.requireNonNull(entry.wishedPosition()) - 1, arranged.size());
  }

  private static List<Entry> ofRank(List<Entry> lane, int rank) {
    Comparator<Entry> order =
        rank == 0 ? comparing(Entry::earlierStart).thenComparing(Priority.BY_ID) : Priority.ORDER;
    return lane.stream()
        .filter(entry -> entry.wishedPosition() == null && rank(entry) == rank)
        .sorted(order)
        .toList();
  }

  /** Each time the item that shares most agencies with the one before; the first of equals. */
  private static void chain(List<Entry> arranged, List<Entry> items, @Nullable Entry before) {
    List<Entry> left = new ArrayList<>(items);
    while (!left.isEmpty()) {
      @Nullable Entry previous = arranged.isEmpty() ? before : arranged.getLast();
      boolean inOldOrder = previous == null || left.getFirst().isKept();
      Entry next = inOldOrder ? left.getFirst() : closest(left, Objects.requireNonNull(previous));
      left.remove(next);
      arranged.add(next);
    }
  }

  private static Entry closest(List<Entry> left, Entry previous) {
    Entry best = left.getFirst();
    long most = best.shared(previous);
    for (Entry entry : left) {
      long shared = entry.shared(previous);
      if (shared > most) {
        best = entry;
        most = shared;
      }
    }
    return best;
  }
}
