package jp.tsunagu.runtime.aside;

import org.jspecify.annotations.Nullable;

/**
 * A record that was put aside.
 *
 * @param key what it is about; none where that cannot be told
 */
public record AsideRecord(RawRecord record, @Nullable String key, AsideReason reason) {

  /**
   * Whose later records wait behind it; none without a key, nor in a partition that is not the
   * key's: between two partitions there is no order to keep.
   */
  public @Nullable String heldKey() {
    return reason == AsideReason.PARTITION_WRONG ? null : key;
  }
}
