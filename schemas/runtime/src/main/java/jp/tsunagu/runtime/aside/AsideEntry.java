package jp.tsunagu.runtime.aside;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a record that was put aside. Bytes are kept until it is settled, and where they
 * are more than {@value #MOST_BYTES} only their number: what stands at the place can be read there.
 *
 * @param key whose later records wait; none where nothing waits
 * @param since when it was first put aside
 * @param triedAgainAt when a person last asked for it to be read again
 */
public record AsideEntry(
    Place place,
    @Nullable String key,
    AsideReason reason,
    KeptBytes kept,
    Instant since,
    @Nullable Instant triedAgainAt,
    Settled settled) {

  /** More than this is not kept: base64 and the rest must fit into a record of the topic. */
  static final int MOST_BYTES = 1 << 20;

  /** How a record that was put aside stands. */
  public enum Settlement {
    /** It waits for a person or a newer program. */
    OPEN,
    /** It could be read after all. */
    READ,
    /** A person passed it. */
    PASSED
  }

  /** A record that was put aside at this moment. */
  public static AsideEntry of(AsideRecord aside, Instant since) {
    RawRecord record = aside.record();
    boolean fits = record.size() <= MOST_BYTES;
    return new AsideEntry(
        record.place(),
        aside.key(),
        aside.reason(),
        new KeptBytes(fits ? record.key() : null, fits ? record.value() : null, record.size()),
        since,
        null,
        Settled.NOT_YET);
  }

  /** Whether it waits. */
  public boolean isOpen() {
    return settled.settlement() == Settlement.OPEN;
  }

  /** It could be read after all. */
  public AsideEntry read(Instant now) {
    return settled(Settlement.READ, null, now);
  }

  /** A person passed it. */
  public AsideEntry passed(PassReason why, Instant now) {
    return settled(Settlement.PASSED, why, now);
  }

  /** A person asked for it to be read again. */
  AsideEntry triedAgain(Instant now) {
    return new AsideEntry(place, key, reason, kept, since, now, settled);
  }

  /** The same without bytes. */
  AsideEntry withoutBytes() {
    return new AsideEntry(place, key, reason, kept.emptied(), since, triedAgainAt, settled);
  }

  private AsideEntry settled(Settlement how, @Nullable PassReason why, Instant now) {
    return new AsideEntry(
        place, key, reason, kept.emptied(), since, triedAgainAt, new Settled(how, why, now));
  }

  /**
   * The record as it came; its bytes are gone once it is settled.
   *
   * @param recordKey the record's own key as it came
   * @param value the record's value as it came
   * @param size bytes of key and value together
   */
  public record KeptBytes(byte @Nullable [] recordKey, byte @Nullable [] value, int size) {

    KeptBytes emptied() {
      return new KeptBytes(null, null, size);
    }
  }

  /**
   * How it stands, and since when it is settled.
   *
   * @param passReason why a person passed it
   * @param settledAt when it was read after all or passed
   */
  public record Settled(
      Settlement settlement, @Nullable PassReason passReason, @Nullable Instant settledAt) {

    static final Settled NOT_YET = new Settled(Settlement.OPEN, null, null);
  }
}
