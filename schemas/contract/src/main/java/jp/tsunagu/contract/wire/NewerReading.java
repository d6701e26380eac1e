package jp.tsunagu.contract.wire;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import jp.tsunagu.contract.dossier.Bytes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a record that this program does not know the one field that all records of its group
 * have, and keeps the whole as bytes.
 */
record NewerReading(RecordReader head, Group group, String recordName) implements Reading {

  /**
   * What all records of a group have in common.
   *
   * @param field its name
   * @param schema its newest schema
   * @param maker makes the record that stands for those this program does not know
   */
  record Group(String field, Schema schema, Plan plan, Maker maker) {}

  /** Makes a record of the value of the common field. */
  @FunctionalInterface
  interface Maker {
    Object make(Object head, String recordName, Bytes bytes);
  }

  /** The plan of a record of one field that stands for the value of the field. */
  private record OnlyField(Plan field) implements Plan {
    @Override
    public void write(@Nullable Object value, Encoder out) throws IOException {
      field.write(value, out);
    }

    @Override
    public @Nullable Object read(Decoder in) throws IOException {
      if (in instanceof ResolvingDecoder resolving) {
        resolving.readFieldOrder();
      }
      return field.read(in);
    }
  }

  /** Null if what is written does not have the field of the group in a form that can be read. */
  static @Nullable NewerReading of(Schema written, Group group) {
    Schema head =
        Schema.createRecord(
            written.getName(),
            null,
            written.getNamespace(),
            false,
            List.of(new Schema.Field(group.field(), group.schema())));
    boolean canRead =
        SchemaCompatibility.checkReaderWriterCompatibility(head, written).getType()
            == SchemaCompatibilityType.COMPATIBLE;
    return canRead
        ? new NewerReading(
            new RecordReader(written, head, new OnlyField(group.plan())),
            group,
            written.getFullName())
        : null;
  }

  @Override
  public Object read(byte[] framed) throws IOException {
    Object value = Objects.requireNonNull(head.read(framed));
    return group.maker().make(value, recordName, Bytes.copyOf(framed));
  }
}
