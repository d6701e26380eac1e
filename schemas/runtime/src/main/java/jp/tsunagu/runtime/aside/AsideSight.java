package jp.tsunagu.runtime.aside;

import jp.tsunagu.runtime.caller.Caller;

/**
 * Whose records a caller may know of. What is about something that does not exist for him is not
 * there: in no list, no number, and not to be tried again or passed.
 */
@FunctionalInterface
public interface AsideSight {

  /** Everybody whom the door lets in knows of everything. */
  AsideSight OF_EVERYTHING = (_, _) -> true;

  /**
   * Whether the caller may know of records of this key.
   *
   * @param key what they are about, such as the id of a case
   */
  boolean sees(Caller caller, String key);
}
