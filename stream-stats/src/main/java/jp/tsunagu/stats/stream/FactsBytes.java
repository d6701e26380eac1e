package jp.tsunagu.stats.stream;

import jp.tsunagu.stats.fact.CaseFacts;

/**
 * The facts of a case in bytes: a version, then the parts of the records in order. Some hundred
 * bytes a case. Enums stand by their place: add constants at the end, or count the version up. A
 * version has changelogs of its own, so that the next one reads the ledger from the beginning.
 */
public final class FactsBytes {

  static final byte VERSION = 6;

  private FactsBytes() {}

  /** The bytes of these facts; times in milliseconds. */
  public static byte[] encode(CaseFacts facts) {
    ByteWriter out = new ByteWriter();
    out.writeByte(VERSION);
    FactsWriter.write(out, facts);
    return out.toBytes();
  }

  /** The facts in these bytes, which must have been written by this program. */
  public static CaseFacts decode(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    if (in.readByte() != VERSION) {
      throw new IllegalStateException("facts of another version stand among those of this one");
    }
    return FactsReader.read(in);
  }
}
