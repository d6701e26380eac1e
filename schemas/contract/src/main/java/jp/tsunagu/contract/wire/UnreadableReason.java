package jp.tsunagu.contract.wire;

/** Why bytes could not be read; the code travels in notices and headers of dead letters. */
public enum UnreadableReason {
  /** Shorter than magic byte and id, or another magic byte. */
  NOT_FRAMED,
  /** Nobody told this program a schema of this id. */
  SCHEMA_UNKNOWN,
  /** A code that decides who may read, which this program does not know. */
  CODE_UNKNOWN,
  /**
   * A record of a newer kind: an event that cannot be passed over, because it decides who may read,
   * or a directory record.
   */
  KIND_UNKNOWN,
  /**
   * Not what the schema of the id says: cut off, with bytes left over, or with a value that no
   * record of the contract can hold.
   */
  BYTES_BROKEN
}
