package jp.tsunagu.contract.wire;

import java.io.IOException;
import java.util.Objects;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** The plan of a value that Avro holds in one piece. */
record Leaf<T>(Class<T> type, Writer<T> writer, Reader<T> reader) implements Plan {

  @FunctionalInterface
  interface Writer<T> {
    void write(T value, Encoder out) throws IOException;
  }

  @FunctionalInterface
  interface Reader<T> {
    T read(Decoder in) throws IOException;
  }

  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    writer.write(Objects.requireNonNull(type.cast(value)), out);
  }

  @Override
  public Object read(Decoder in) throws IOException {
    return reader.read(in);
  }
}
