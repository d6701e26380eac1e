package jp.tsunagu.scheduler.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import org.jspecify.annotations.Nullable;

/**
 * One slot of hours and room: a meeting of one body, or of several that share it and its capacity.
 *
 * @param capacityMinutes of the whole slot, breaks included, at least 1
 * @param lanes at least one; kept in order, 支援会議 first
 */
public record Sitting(Instant startsAt, int capacityMinutes, List<Lane> lanes) {

  /**
   * Keeps the lanes in their order, whatever order they came in.
   *
   * @throws IllegalArgumentException without lanes, with two of one meeting, or without capacity
   */
  public Sitting {
    lanes = lanes.stream().sorted().toList();
    Set<MeetingId> meetings = new HashSet<>();
    if (lanes.isEmpty() || !lanes.stream().map(Lane::meetingId).allMatch(meetings::add)) {
      throw new IllegalArgumentException("a sitting has at least one lane and each meeting once");
    }
    if (capacityMinutes < 1) {
      throw new IllegalArgumentException("capacityMinutes must be at least 1: " + capacityMinutes);
    }
  }

  /** Its day in Tokyo. */
  public LocalDate date() {
    return TokyoTime.dateOf(startsAt);
  }

  /** When the slot is over. */
  public Instant endsAt() {
    return startsAt.plus(Duration.ofMinutes(capacityMinutes));
  }

  /**
   * The lane an item of this kind is heard in: that of the body it is meant for, else that it
   * stands in already, else the first of its kind.
   */
  Optional<Lane> laneFor(MeetingItem item) {
    @Nullable Lane first = null;
    @Nullable Lane standing = null;
    for (Lane lane : lanes) {
      if (lane.conference() == item.conference()) {
        if (lane.body().equals(item.wish().body())) {
          return Optional.of(lane);
        }
        first = first == null ? lane : first;
        standing = standing == null && standsIn(lane, item) ? lane : standing;
      }
    }
    return Optional.ofNullable(standing == null ? first : standing);
  }

  /** Whether the item is on an earlier revision of this sitting's agenda, in whatever lane. */
  boolean holds(MeetingItem item) {
    return lanes.stream().anyMatch(lane -> standsIn(lane, item));
  }

  boolean has(MeetingId meeting) {
    return lanes.stream().anyMatch(lane -> lane.meetingId().equals(meeting));
  }

  private static boolean standsIn(Lane lane, MeetingItem item) {
    @Nullable MeetingId placed = item.place() == null ? null : item.place().meetingId();
    return lane.meetingId().equals(placed);
  }
}
