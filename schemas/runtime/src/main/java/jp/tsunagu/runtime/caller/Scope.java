package jp.tsunagu.runtime.caller;

/** How far a token goes. */
public enum Scope {
  /** Reads only: every other method than GET and HEAD is refused. */
  READ,
  /** Reads and acts. */
  WRITE
}
