package jp.tsunagu.contract.wire;

/** What came of decoding bytes. */
public sealed interface Decoded {
  /**
   * A record of the contract, or one of a newer kind ({@link
   * jp.tsunagu.contract.growth.NewerRecord}).
   *
   * @param value a command, event, notice, directory record or case state
   */
  record Readable(Object value) implements Decoded {}

  /** No record. */
  record Unreadable(UnreadableReason reason) implements Decoded {}
}
