package jp.tsunagu.contract.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Names one event of the ledger: a UUIDv8 (RFC 9562) over SHA-256 of (caseId, sequence).
 *
 * <p>Deciding the same command again therefore gives the same id, whichever process decides it.
 */
public record EventId(UUID value) {

  private static final long VERSION_8 = 0x8000L;
  private static final long VERSION_BITS = 0xF000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;

  /** The id of the event with this sequence number in this case. */
  public static EventId of(CaseId caseId, long sequence) {
    byte[] source = (caseId + "/" + sequence).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer digest = ByteBuffer.wrap(sha256().digest(source));
    long high = (digest.getLong() & ~VERSION_BITS) | VERSION_8;
    long low = (digest.getLong() & ~VARIANT_BITS) | VARIANT;
    return new EventId(new UUID(high, low));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
