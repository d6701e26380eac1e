package jp.tsunagu.stats.stream;

import jp.tsunagu.stats.fact.CaseFacts;

/**
 * The facts of a case in bytes: a version, then the parts of the records in order. Some hundred
 * bytes a case. Enums stand by their place: add constants at the end, or count the version up.
 */
public final class FactsBytes {

  private static final byte VERSION = 2;

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
      throw new IllegalStateException("the stored facts are of another version: delete the state");
    }
    return FactsReader.read(in);
  }
}
