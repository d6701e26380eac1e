package jp.tsunagu.contract.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Writes the records of one class: always with the newest schema. */
record RecordWriter(int id, Plan plan) {
  private static final int USUAL_LENGTH = 512;

  byte[] write(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
    try {
      bytes.writeBytes(Framing.header(id));
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      plan.write(value, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }
}
