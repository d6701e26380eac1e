package jp.tsunagu.contract.wire;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.contract.directory.DirectoryRecord.SchemaEntry;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.jspecify.annotations.Nullable;

/**
 * Records of the contract to bytes and back: magic byte 0, schema id (4 bytes, big-endian), Avro
 * binary, as every client of a schema registry knows it.
 *
 * <p>Instants are written in milliseconds, sets sorted: equal records have equal bytes.
 * Thread-safe. Instances share what they know, but each learns for itself.
 */
public final class Codec {
  static {
    GeneratedClasses.trust();
  }

  private static final KnownRecords STANDARD = new KnownRecords(SchemaTable.standard());

  private final KnownRecords records;
  private final Map<Integer, RecordReader> readers = new ConcurrentHashMap<>();

  private Codec(KnownRecords records) {
    this.records = records;
  }

  /** A codec with the schemas this program was built with. */
  public static Codec standard() {
    return new Codec(STANDARD);
  }

  /**
   * The bytes of a record that travels on its own.
   *
   * @throws IllegalArgumentException if it is none of the contract's
   */
  public byte[] encode(Record value) {
    return records.of(value.getClass()).writer().write(value);
  }

  /** What these bytes say, whoever wrote them; never throws. */
  public Decoded decode(byte[] bytes) {
    if (!Framing.isFramed(bytes)) {
      return new Decoded.Unreadable(UnreadableReason.NOT_FRAMED);
    }
    RecordReader reader = reader(Framing.id(bytes));
    if (reader == null) {
      return new Decoded.Unreadable(UnreadableReason.SCHEMA_UNKNOWN);
    }
    try {
      return new Decoded.Readable(reader.read(new ByteReader(bytes, Framing.LENGTH)));
    } catch (IOException
        | AvroRuntimeException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | DateTimeException
        | ArithmeticException e) {
      return new Decoded.Unreadable(UnreadableReason.BYTES_BROKEN);
    }
  }

  private @Nullable RecordReader reader(int id) {
    RecordReader reader = readers.get(id);
    if (reader == null) {
      records.reader(id).ifPresent(known -> readers.putIfAbsent(id, known));
      reader = readers.get(id);
    }
    return reader;
  }

  /**
   * Takes in a schema that the directory announced, so that records of a newer program can be read.
   * What is known stays as it is.
   *
   * @return whether bytes of this id can be read now; not if the record is unknown to this program
   *     or the schema cannot be read as another version of the record
   */
  public boolean learn(SchemaEntry entry) {
    return reader(entry.id()) != null || learn(entry.id(), entry.schema());
  }

  private boolean learn(int id, String json) {
    try {
      Schema written = new Schema.Parser().parse(json);
      KnownRecord known = records.named(written.getFullName());
      if (known == null || !known.canRead(written)) {
        return false;
      }
      readers.putIfAbsent(id, known.readerOf(written));
      return true;
    } catch (SchemaParseException e) {
      return false;
    }
  }
}
