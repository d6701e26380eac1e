package jp.tsunagu.stats.stream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import jp.tsunagu.stats.fact.CaseFacts;

/** The facts of a case in bytes: a version, then the record. Some hundred bytes a case. */
public final class FactsBytes {

  private static final byte VERSION = 1;
  private static final Shape SHAPE = Shapes.of(CaseFacts.class);

  private FactsBytes() {}

  /** The bytes of these facts; times in milliseconds. */
  public static byte[] encode(CaseFacts facts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(VERSION);
    SHAPE.write(out, facts);
    return out.toByteArray();
  }

  /** The facts in these bytes, which must have been written by this program. */
  public static CaseFacts decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (in.get() != VERSION) {
      throw new IllegalStateException("the stored facts are of another version: delete the state");
    }
    return (CaseFacts) SHAPE.read(in);
  }
}
