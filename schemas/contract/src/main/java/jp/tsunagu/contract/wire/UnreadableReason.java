package jp.tsunagu.contract.wire;

/** Why bytes could not be read; the code travels in notices and headers of dead letters. */
public enum UnreadableReason {
  /** Shorter than magic byte and id, or another magic byte. */
  NOT_FRAMED,
  /** Nobody told this program a schema of this id, or it is of a record newer than the program. */
  SCHEMA_UNKNOWN,
  /**
   * Not what the schema of the id says: cut off, with bytes left over, or with a value that no
   * record of the contract can hold.
   */
  BYTES_BROKEN
}
