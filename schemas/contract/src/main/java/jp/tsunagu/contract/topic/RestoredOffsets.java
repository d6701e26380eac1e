package jp.tsunagu.contract.topic;

/**
 * The offsets of a network that was made of a backup: each incarnation begins far behind whatever
 * anybody can have read of the one before, so that no offset is given a second time.
 */
public final class RestoredOffsets {

  /** Of each incarnation; more than the records of a partition between two restorations. */
  private static final long EACH = 1L << 20;

  private RestoredOffsets() {}

  /** The first one of every partition of this incarnation. */
  public static long first(int incarnation) {
    return incarnation * EACH;
  }

  /**
   * Whether the network may have been restored between these: records of a partition follow one
   * another more closely, unless so much was written while nobody read.
   *
   * @param place the next one that was to be read
   * @param next one behind it
   */
  public static boolean mayLieBetween(long place, long next) {
    return next - place >= EACH / 2;
  }
}
