package jp.tsunagu.runtime.aside;

/** Writes what was put aside, durably before it returns or in the caller's transaction. */
@FunctionalInterface
public interface AsideWriter {

  /**
   * Writes the entry in the place of an earlier one about the same record.
   *
   * @throws RuntimeException if that cannot be done now
   */
  void write(AsideEntry entry);

  /**
   * Asked before a key is held: a decision that was written before and is not known yet would come
   * too late.
   *
   * @throws RuntimeException while what was written is not known to its end
   */
  default void requireAllKnown() {}
}
