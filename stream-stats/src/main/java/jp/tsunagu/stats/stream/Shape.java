package jp.tsunagu.stats.stream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** How values of one type stand in bytes. */
interface Shape {

  /** Writes a value of this type. */
  void write(ByteArrayOutputStream out, Object value);

  /** Reads the value that was written. */
  Object read(ByteBuffer in);
}
