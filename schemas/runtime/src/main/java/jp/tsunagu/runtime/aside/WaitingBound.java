package jp.tsunagu.runtime.aside;

/**
 * How much may wait behind records that were put aside.
 *
 * @param perKey records of one key
 * @param records of all keys
 * @param bytes of all keys
 */
public record WaitingBound(int perKey, int records, long bytes) {

  /** What a reader keeps in memory: 2,000 records of a key, 20,000 records or 32 MiB in all. */
  public static final WaitingBound IN_MEMORY = new WaitingBound(2_000, 20_000, 32L << 20);
}
