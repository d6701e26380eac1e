package jp.tsunagu.contract.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.directory.DirectoryRecord.SchemaEntry;
import jp.tsunagu.contract.wire.SchemaTable;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * A pretend program of the next year: its records have a field more, its growing sets a code more,
 * and it has kinds of records that today's program does not know. It writes with Avro's own generic
 * classes, so that only the reader is today's.
 */
public final class NewerProgram {
  /** The code it has more in every growing set. */
  public static final String NEW_CODE = "NEXT_YEAR";

  private static final String NEW_FIELD = "addedNextYear";
  private static final String TEXT = "something new";
  private static final int FRAME = 5;
  private static final int GROWN_FROM = 10_000;
  private static final int NEW_KINDS_FROM = 20_000;

  private final Map<String, SchemaEntry> newKinds = new HashMap<>();

  /** A record it wrote, and what the directory says of its schema. */
  public record Written(byte[] bytes, SchemaEntry announcement) {
    /** The schema it was written with. */
    public Schema schema() {
      return parsed(announcement.schema());
    }
  }

  /** The same record, with a field more in every record and no code that is new. */
  public Written grown(byte[] today) {
    return grown(today, false);
  }

  /** The same record, in every growing set with the code that is new. */
  public Written withNewCodes(byte[] today) {
    return grown(today, true);
  }

  private static Written grown(byte[] today, boolean newCodes) {
    SchemaTable.Entry entry = entryOf(today);
    Schema old = parsed(entry.schema());
    Schema next = grownSchema(old);
    GenericRecord record = read(today, old, next);
    fill(record, newCodes);
    int id = GROWN_FROM + entry.id();
    return new Written(
        write(id, record), new SchemaEntry(id, entry.recordName(), 2, next.toString()));
  }

  /** The same record with this value at the end of the path, in its own schema. */
  public static byte[] changed(byte[] today, Object value, String... path) {
    Schema schema = parsed(entryOf(today).schema());
    GenericRecord record = read(today, schema, schema);
    GenericRecord place = record;
    for (int i = 0; i < path.length - 1; i++) {
      place = inside(place.get(path[i]));
    }
    place.put(path[path.length - 1], value);
    return write(entryOf(today).id(), record);
  }

  private static GenericRecord inside(Object value) {
    return value instanceof List<?> items ? inside(items.getFirst()) : (GenericRecord) value;
  }

  /**
   * A record of a new kind with the fields of this one of the same group and a field more.
   *
   * @param name without the namespace, which is that of the example
   */
  public Written newKind(String name, byte[] example) {
    return newKind(name, example, false);
  }

  /** The same for a kind that says of itself that it decides who may read. */
  public Written newKindThatDecidesWhoMayRead(String name, byte[] example) {
    return newKind(name, example, true);
  }

  private Written newKind(String name, byte[] example, boolean decides) {
    Schema old = parsed(entryOf(example).schema());
    List<Schema.Field> fields = new ArrayList<>();
    Schema.Field head = old.getFields().getFirst();
    boolean hasHeader = head.name().equals("header");
    (hasHeader ? List.of(head) : old.getFields())
        .forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    fields.add(new Schema.Field("said", Schema.create(Schema.Type.STRING)));
    Schema next = Schema.createRecord(name, null, old.getNamespace(), false, fields);
    if (decides) {
      next.addProp("decidesWhoMayRead", true);
    }
    GenericRecord known = read(example, old, old);
    GenericRecord record = new GenericData.Record(next);
    next.getFields().stream()
        .filter(field -> old.getField(field.name()) != null)
        .forEach(field -> record.put(field.name(), known.get(field.name())));
    record.put("said", TEXT);
    SchemaEntry entry = newKinds.computeIfAbsent(next.getFullName(), _ -> announced(next));
    return new Written(write(entry.id(), record), entry);
  }

  private SchemaEntry announced(Schema next) {
    return new SchemaEntry(
        NEW_KINDS_FROM + newKinds.size(), next.getFullName(), 1, next.toString());
  }

  /** This schema as the next program has it. */
  public static Schema grownSchema(Schema today) {
    return grown(today, new HashMap<>());
  }

  private static Schema grown(Schema today, Map<String, Schema> done) {
    return switch (today.getType()) {
      case RECORD -> {
        Schema known = done.get(today.getFullName());
        yield known == null ? grownRecord(today, done) : known;
      }
      case ENUM -> done.computeIfAbsent(today.getFullName(), _ -> grownCodes(today));
      case ARRAY -> Schema.createArray(grown(today.getElementType(), done));
      case UNION ->
          Schema.createUnion(today.getTypes().stream().map(each -> grown(each, done)).toList());
      default -> today;
    };
  }

  private static Schema grownRecord(Schema today, Map<String, Schema> done) {
    Schema next = Schema.createRecord(today.getName(), null, today.getNamespace(), false);
    done.put(today.getFullName(), next);
    List<Schema.Field> fields = new ArrayList<>();
    today
        .getFields()
        .forEach(field -> fields.add(new Schema.Field(field, grown(field.schema(), done))));
    Schema text =
        Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
    fields.add(new Schema.Field(NEW_FIELD, text, null, Schema.Field.NULL_DEFAULT_VALUE));
    next.setFields(fields);
    return next;
  }

  private static Schema grownCodes(Schema today) {
    if (today.getEnumDefault() == null) {
      return today;
    }
    List<String> symbols = new ArrayList<>(today.getEnumSymbols());
    symbols.add(NEW_CODE);
    return Schema.createEnum(
        today.getName(), null, today.getNamespace(), symbols, today.getEnumDefault());
  }

  private static void fill(GenericRecord record, boolean newCodes) {
    for (Schema.Field field : record.getSchema().getFields()) {
      record.put(field.pos(), filled(record.get(field.pos()), newCodes));
    }
    record.put(NEW_FIELD, TEXT);
  }

  private static @Nullable Object filled(@Nullable Object value, boolean newCodes) {
    return switch (value) {
      case GenericRecord inner -> {
        fill(inner, newCodes);
        yield inner;
      }
      case List<?> items -> items.stream().map(each -> filled(each, newCodes)).toList();
      case GenericData.EnumSymbol code when newCodes && code.getSchema().hasEnumSymbol(NEW_CODE) ->
          new GenericData.EnumSymbol(code.getSchema(), NEW_CODE);
      case null -> null;
      default -> value;
    };
  }

  private static SchemaTable.Entry entryOf(byte[] framed) {
    return SchemaTable.standard().entry(ByteBuffer.wrap(framed).getInt(1)).orElseThrow();
  }

  private static Schema parsed(String json) {
    return new Schema.Parser().parse(json);
  }

  private static GenericRecord read(byte[] framed, Schema written, Schema reader) {
    var body = DecoderFactory.get().binaryDecoder(framed, FRAME, framed.length - FRAME, null);
    try {
      return new GenericDatumReader<GenericRecord>(written, reader).read(null, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] write(int id, GenericRecord record) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(FRAME).put((byte) 0).putInt(id).array());
    try {
      var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
