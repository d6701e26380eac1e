package jp.tsunagu.scheduler.meeting;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.UuidVersion8;

/**
 * Ids that come out the same whoever makes them, so that deciding again gives the same command and
 * the same notice.
 */
public final class StableId {

  private StableId() {}

  /** The id of these parts (ASCII), in this order. */
  public static UUID of(Object... parts) {
    return UuidVersion8.of(
        Arrays.stream(parts).map(Object::toString).collect(Collectors.joining("/")));
  }
}
