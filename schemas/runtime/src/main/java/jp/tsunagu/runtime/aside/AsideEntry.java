package jp.tsunagu.runtime.aside;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a record that was put aside. Bytes are kept until it is settled, and where they
 * are more than {@value #MOST_BYTES} only their number: what stands at the place can be read there.
 *
 * @param topic with {@code partition} and {@code offset}: where it stands
 * @param key whose later records wait; none where nothing waits
 * @param recordKey the record's own key as it came
 * @param value the record's value as it came
 * @param size bytes of key and value together
 * @param since when it was first put aside
 * @param triedAgainAt when a person last asked for it to be read again
 * @param passReason why a person passed it
 * @param settledAt when it was read after all or passed
 */
public record AsideEntry(
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    AsideReason reason,
    byte @Nullable [] recordKey,
    byte @Nullable [] value,
    int size,
    Instant since,
    @Nullable Instant triedAgainAt,
    Settlement settlement,
    @Nullable PassReason passReason,
    @Nullable Instant settledAt) {

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
    Place place = record.place();
    boolean fits = record.size() <= MOST_BYTES;
    return new AsideEntry(
        place.topic(),
        place.partition(),
        place.offset(),
        aside.key(),
        aside.reason(),
        fits ? record.key() : null,
        fits ? record.value() : null,
        record.size(),
        since,
        null,
        Settlement.OPEN,
        null,
        null);
  }

  /** Where it stands. */
  public Place place() {
    return new Place(topic, partition, offset);
  }

  /** Whether it waits. */
  public boolean isOpen() {
    return settlement == Settlement.OPEN;
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
    return new AsideEntry(
        topic,
        partition,
        offset,
        key,
        reason,
        recordKey,
        value,
        size,
        since,
        now,
        settlement,
        passReason,
        settledAt);
  }

  /** The same without bytes. */
  AsideEntry withoutBytes() {
    return new AsideEntry(
        topic,
        partition,
        offset,
        key,
        reason,
        null,
        null,
        size,
        since,
        triedAgainAt,
        settlement,
        passReason,
        settledAt);
  }

  private AsideEntry settled(Settlement how, @Nullable PassReason why, Instant now) {
    return new AsideEntry(
        topic,
        partition,
        offset,
        key,
        reason,
        null,
        null,
        size,
        since,
        triedAgainAt,
        how,
        why,
        now);
  }
}
