package jp.tsunagu.contract.id;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, then random bits.
 *
 * <p>Time and randomness are arguments, so that a seeded generator and a fixed clock give fixed
 * ids.
 */
public final class UuidVersion7 {

  private static final int VERSION = 7;
  private static final int VARIANT_OF_RFC = 2;
  private static final int TIME_SHIFT = 16;
  private static final long VERSION_7 = 0x7000L;
  private static final long RANDOM_HIGH = 0x0FFFL;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_LOW = 0x3FFF_FFFF_FFFF_FFFFL;

  private UuidVersion7() {}

  /** The instant an id was made, if it is a UUIDv7. */
  public static Optional<Instant> timeOf(UUID id) {
    return id.version() == VERSION && id.variant() == VARIANT_OF_RFC
        ? Optional.of(Instant.ofEpochMilli(id.getMostSignificantBits() >>> TIME_SHIFT))
        : Optional.empty();
  }

  /** A new id of this instant. */
  public static UUID at(Instant now, RandomGenerator random) {
    long high = now.toEpochMilli() << TIME_SHIFT | VERSION_7 | (random.nextLong() & RANDOM_HIGH);
    return new UUID(high, VARIANT | (random.nextLong() & RANDOM_LOW));
  }
}
