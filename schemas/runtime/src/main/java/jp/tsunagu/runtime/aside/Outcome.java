package jp.tsunagu.runtime.aside;

/** What became of a record. */
public enum Outcome {
  /** It was taken in. */
  DELIVERED,
  /** A person had passed it: nothing is taken in, nothing waits. */
  PASSED,
  /** It cannot be read and was put aside. */
  PUT_ASIDE,
  /** It waits behind one of its key that was put aside. */
  WAITS,
  /** It should wait, but the bound is passed; it was not kept and must be read again. */
  BOUND_PASSED
}
