package jp.tsunagu.contract.wire;

import java.nio.ByteBuffer;

/** The frame before the Avro bytes: magic byte 0 and the schema id, 4 bytes big-endian. */
final class Framing {
  static final byte MAGIC = 0;
  static final int LENGTH = 1 + Integer.BYTES;

  private Framing() {}

  static boolean isFramed(byte[] bytes) {
    return bytes.length >= LENGTH && bytes[0] == MAGIC;
  }

  static int id(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getInt(1);
  }

  static byte[] header(int id) {
    return ByteBuffer.allocate(LENGTH).put(MAGIC).putInt(id).array();
  }
}
