package jp.tsunagu.runtime.aside;

import java.util.List;

/**
 * Where a reader keeps what it put aside and, per key, what waits behind it, in order. It is only
 * ever used by one thread at a time.
 */
public interface Shelf {

  /** Whether something of this key was put aside and is not settled. */
  boolean holds(String key);

  /** Whether a person passed the record at this place. */
  boolean isPassed(Place place);

  /** Keeps it; its {@link AsideRecord#heldKey}, if any, is held now with nothing waiting yet. */
  void putAside(AsideRecord aside);

  /**
   * Adds a record behind what is held of this key.
   *
   * @return false where the bound is passed: it was not added, and that is told
   */
  boolean addWaiting(String key, RawRecord record);

  /** The record that was put aside, then those that wait behind it, in order. */
  List<RawRecord> held(String key);

  /** Holds nothing of this key any more. */
  void release(String key);

  /**
   * Holds these again, of which none was taken in: a fault of what is around broke off their taking
   * in. A shelf whose transaction ends with that fault has never released them.
   */
  default void putBack(String key, List<RawRecord> records) {}
}
