package jp.tsunagu.contract.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.contract.dossier.Bytes;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** The plans of single values, by Java type, and the schema each of them needs. */
final class Leaves {
  private record Entry(Schema.Type type, @Nullable LogicalType logical, Leaf<?> leaf) {}

  private static final Map<Class<?>, Entry> ENTRIES =
      Map.ofEntries(
          entry(
              Schema.Type.STRING, null, leaf(String.class, Leaves::writeText, Decoder::readString)),
          entry(
              Schema.Type.STRING,
              LogicalTypes.uuid(),
              leaf(UUID.class, Leaves::writeUuid, in -> UUID.fromString(in.readString()))),
          entry(
              Schema.Type.BOOLEAN,
              null,
              leaf(Boolean.class, (value, out) -> out.writeBoolean(value), Decoder::readBoolean)),
          entry(
              Schema.Type.INT,
              null,
              leaf(Integer.class, (value, out) -> out.writeInt(value), Decoder::readInt)),
          entry(
              Schema.Type.LONG,
              null,
              leaf(Long.class, (value, out) -> out.writeLong(value), Decoder::readLong)),
          entry(
              Schema.Type.LONG,
              LogicalTypes.timestampMillis(),
              leaf(
                  Instant.class,
                  (value, out) -> out.writeLong(value.toEpochMilli()),
                  in -> Instant.ofEpochMilli(in.readLong()))),
          entry(
              Schema.Type.INT,
              LogicalTypes.date(),
              leaf(
                  LocalDate.class,
                  (value, out) -> out.writeInt(Math.toIntExact(value.toEpochDay())),
                  in -> LocalDate.ofEpochDay(in.readInt()))),
          entry(
              Schema.Type.INT,
              LogicalTypes.timeMillis(),
              leaf(LocalTime.class, Leaves::writeTime, Leaves::readTime)),
          entry(Schema.Type.BYTES, null, leaf(Bytes.class, Leaves::writeBytes, Leaves::readBytes)));

  private Leaves() {}

  /** The plan of this type, or null if it is none of a single value. */
  static @Nullable Plan of(Class<?> type, Schema schema) {
    Entry entry = ENTRIES.get(boxed(type));
    if (entry == null) {
      return null;
    }
    boolean fits =
        schema.getType() == entry.type()
            && Objects.equals(schema.getLogicalType(), entry.logical());
    return fits ? entry.leaf() : null;
  }

  private static Class<?> boxed(Class<?> type) {
    if (type == int.class) {
      return Integer.class;
    }
    if (type == long.class) {
      return Long.class;
    }
    return type == boolean.class ? Boolean.class : type;
  }

  private static <T> Leaf<T> leaf(Class<T> type, Leaf.Writer<T> writer, Leaf.Reader<T> reader) {
    return new Leaf<>(type, writer, reader);
  }

  private static Map.Entry<Class<?>, Entry> entry(
      Schema.Type type, @Nullable LogicalType logical, Leaf<?> leaf) {
    return Map.entry(leaf.type(), new Entry(type, logical, leaf));
  }

  private static void writeText(String value, Encoder out) throws IOException {
    out.writeString(value);
  }

  private static void writeUuid(UUID value, Encoder out) throws IOException {
    out.writeString(value.toString());
  }

  private static void writeTime(LocalTime value, Encoder out) throws IOException {
    out.writeInt((int) TimeUnit.NANOSECONDS.toMillis(value.toNanoOfDay()));
  }

  private static LocalTime readTime(Decoder in) throws IOException {
    return LocalTime.ofNanoOfDay(TimeUnit.MILLISECONDS.toNanos(in.readInt()));
  }

  private static void writeBytes(Bytes value, Encoder out) throws IOException {
    out.writeBytes(value.toByteArray());
  }

  private static Bytes readBytes(Decoder in) throws IOException {
    ByteBuffer buffer = in.readBytes(null);
    byte[] content = new byte[buffer.remaining()];
    buffer.get(content);
    return Bytes.copyOf(content);
  }
}
