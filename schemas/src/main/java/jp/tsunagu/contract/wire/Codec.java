package jp.tsunagu.contract.wire;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.directory.DirectoryRecord.SchemaEntry;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaParseException;

/**
 * Records of the contract to bytes and back: magic byte 0, schema id (4 bytes, big-endian), Avro
 * binary, as every client of a schema registry knows it.
 *
 * <p>Instants are written in milliseconds. Thread-safe.
 */
public final class Codec {
  private final Map<Class<?>, RecordWriter> writers;
  private final Map<String, Newest> newest;
  private volatile Map<Integer, RecordReader> readers;

  private record Newest(Schema schema, RecordPlan plan) {
    RecordReader readerOf(Schema writer) {
      return new RecordReader(writer, schema, plan);
    }
  }

  private Codec(SchemaTable table) {
    Map<Class<?>, RecordWriter> writing = new HashMap<>();
    Map<String, Newest> reading = new HashMap<>();
    RecordMapper mapper = new RecordMapper();
    for (Class<? extends Record> type : RecordNames.classes()) {
      String name = RecordNames.nameOf(type);
      SchemaTable.Entry entry = table.versionsOf(name).getLast();
      Schema schema = new Schema.Parser().parse(entry.schema());
      RecordPlan plan = mapper.plan(type, schema);
      writing.put(type, new RecordWriter(entry.id(), plan));
      reading.put(name, new Newest(schema, plan));
    }
    this.writers = Map.copyOf(writing);
    this.newest = Map.copyOf(reading);
    this.readers = readers(table);
  }

  private Map<Integer, RecordReader> readers(SchemaTable table) {
    Map<Integer, RecordReader> all = new HashMap<>();
    for (SchemaTable.Entry entry : table.entries()) {
      Newest known = newest.get(entry.recordName());
      if (known != null) {
        all.put(entry.id(), known.readerOf(new Schema.Parser().parse(entry.schema())));
      }
    }
    return Map.copyOf(all);
  }

  /** A codec with the schemas this program was built with. */
  public static Codec standard() {
    return new Codec(SchemaTable.standard());
  }

  /**
   * The bytes of a record that travels on its own.
   *
   * @throws IllegalArgumentException if it is none of the contract's
   */
  public byte[] encode(Record value) {
    RecordWriter writer = writers.get(value.getClass());
    if (writer == null) {
      throw new IllegalArgumentException(value.getClass() + " does not travel on its own");
    }
    return writer.write(value);
  }

  /** What these bytes say, whoever wrote them; never throws. */
  public Decoded decode(byte[] bytes) {
    if (!Framing.isFramed(bytes)) {
      return new Decoded.Unreadable(UnreadableReason.NOT_FRAMED);
    }
    RecordReader reader = readers.get(Framing.id(bytes));
    if (reader == null) {
      return new Decoded.Unreadable(UnreadableReason.SCHEMA_UNKNOWN);
    }
    try {
      return new Decoded.Readable(reader.read(new ByteReader(bytes, Framing.LENGTH)));
    } catch (IOException
        | AvroRuntimeException
        | IllegalArgumentException
        | DateTimeException
        | ArithmeticException e) {
      return new Decoded.Unreadable(UnreadableReason.BYTES_BROKEN);
    }
  }

  /**
   * Takes in a schema that the directory announced, so that records of a newer program can be read.
   * What is known stays as it is.
   *
   * @return whether bytes of this id can be read now; not if the record is unknown to this program
   *     or the schema cannot be read as its own version of the record
   */
  public synchronized boolean learn(SchemaEntry entry) {
    if (readers.containsKey(entry.id())) {
      return true;
    }
    return parse(entry.schema()).map(schema -> learn(entry.id(), schema)).orElse(false);
  }

  private boolean learn(int id, Schema writer) {
    Newest known = newest.get(writer.getFullName());
    if (known == null || !canRead(known.schema(), writer)) {
      return false;
    }
    Map<Integer, RecordReader> next = new HashMap<>(readers);
    next.put(id, known.readerOf(writer));
    readers = Map.copyOf(next);
    return true;
  }

  private static boolean canRead(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
  }

  private static Optional<Schema> parse(String json) {
    try {
      return Optional.of(new Schema.Parser().parse(json));
    } catch (SchemaParseException e) {
      return Optional.empty();
    }
  }
}
