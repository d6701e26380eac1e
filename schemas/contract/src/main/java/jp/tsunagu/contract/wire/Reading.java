package jp.tsunagu.contract.wire;

import java.io.IOException;

/** How framed bytes of one schema id are read. Thread-safe. */
@FunctionalInterface
interface Reading {

  /** Throws what Avro throws on broken bytes, and {@link NotUnderstoodException}. */
  Object read(byte[] framed) throws IOException;

  /** Bytes that are not read, whatever they say. */
  static Reading refusing(UnreadableReason reason) {
    return _ -> {
      throw new NotUnderstoodException(reason);
    };
  }

  /** Reads by the other way what this one does not understand. */
  default Reading orElse(Reading other) {
    return framed -> {
      try {
        return read(framed);
      } catch (NotUnderstoodException _) {
        return other.read(framed);
      }
    };
  }
}
