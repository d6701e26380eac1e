package jp.tsunagu.contract.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.tsunagu.contract.digest.Sha256;

/** Makes ids that follow from what they name: UUIDv8 (RFC 9562) over SHA-256. */
public final class UuidVersion8 {

  private static final long VERSION_8 = 0x8000L;
  private static final long VERSION_BITS = 0xF000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;

  private UuidVersion8() {}

  /** The same text (ASCII), the same id. */
  public static UUID of(String text) {
    ByteBuffer digest = ByteBuffer.wrap(Sha256.of(text.getBytes(StandardCharsets.US_ASCII)));
    long high = (digest.getLong() & ~VERSION_BITS) | VERSION_8;
    long low = (digest.getLong() & ~VARIANT_BITS) | VARIANT;
    return new UUID(high, low);
  }
}
