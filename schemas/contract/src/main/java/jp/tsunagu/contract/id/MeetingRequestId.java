package jp.tsunagu.contract.id;

import java.util.UUID;

/**
 * Names one item that a case brings to a meeting: a request, or the return of a case whose
 * monitoring period ends.
 *
 * <p>Chosen by the agency that asks, as a UUIDv7 ({@link UuidVersion7}); for a return a UUIDv8 made
 * from the item that set the period.
 */
public record MeetingRequestId(UUID value) {

  /** Reads the canonical text form; fails on anything else. */
  public static MeetingRequestId of(String text) {
    return new MeetingRequestId(UUID.fromString(text));
  }

  /** Under which a case comes back after this item; deciding again gives the same. */
  public MeetingRequestId returning() {
    return new MeetingRequestId(UuidVersion8.of(value + "/monitoring"));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
