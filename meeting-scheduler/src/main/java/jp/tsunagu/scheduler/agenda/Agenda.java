package jp.tsunagu.scheduler.agenda;

import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.id.MeetingId;

/**
 * What a sitting deals with and what it does not: every received item stands in exactly one of
 * {@code lanes}, {@code carried} and {@code refused}.
 *
 * @param lanes in the order they are heard; one per meeting of the sitting, held or not
 * @param carried in the order of their ids
 * @param refused in the order of their ids
 * @param conflicts in the order of items and agencies
 */
public record Agenda(
    Instant startsAt,
    int capacityMinutes,
    List<LaneAgenda> lanes,
    List<CarriedItem> carried,
    List<RefusedItem> refused,
    List<Conflict> conflicts) {

  /** Keeps copies. */
  public Agenda {
    lanes = List.copyOf(lanes);
    carried = List.copyOf(carried);
    refused = List.copyOf(refused);
    conflicts = List.copyOf(conflicts);
  }

  /** The items of all lanes in the order they are heard. */
  public List<PlacedItem> placed() {
    return lanes.stream().flatMap(lane -> lane.items().stream()).toList();
  }

  /** No lane has an item (開催なし). */
  public boolean notHeld() {
    return lanes.stream().allMatch(LaneAgenda::notHeld);
  }

  /**
   * The agenda of one meeting of the sitting.
   *
   * @throws IllegalArgumentException if the sitting has no such meeting
   */
  public LaneAgenda of(MeetingId meeting) {
    return lanes.stream()
        .filter(lane -> lane.meetingId().equals(meeting))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not of this sitting: " + meeting));
  }

  /** The one text form of this agenda: equal agendas have equal texts; no personal data. */
  public String canonicalText() {
    return AgendaText.of(this);
  }

  /** SHA-256 of the canonical text in UTF-8, in hexadecimal: shows that two plans are the same. */
  public String digest() {
    return AgendaText.digest(this);
  }
}
