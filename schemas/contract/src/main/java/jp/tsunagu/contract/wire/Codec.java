package jp.tsunagu.contract.wire;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.contract.directory.DirectoryRecord.SchemaEntry;
import jp.tsunagu.contract.growth.NewerRecord;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.jspecify.annotations.Nullable;

/**
 * Records of the contract to bytes and back: magic byte 0, schema id (4 bytes, big-endian), Avro
 * binary, as every client of a schema registry knows it.
 *
 * <p>A command, event or notice of a kind this program does not know is a record too once its
 * schema was learnt: a {@link NewerRecord}, which is written again as the bytes it came in.
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
  private final Map<Integer, Reading> readings = new ConcurrentHashMap<>();

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
   * @throws IllegalArgumentException if it is none of the contract's, or a command with a code that
   *     is unknown, or a newer record whose content is withheld
   */
  public byte[] encode(Record value) {
    if (value instanceof NewerRecord newer) {
      return asItCame(newer);
    }
    return records.of(value.getClass()).writer().write(value);
  }

  private static byte[] asItCame(NewerRecord newer) {
    byte[] bytes = newer.bytes().toByteArray();
    if (bytes.length == 0) {
      throw new IllegalArgumentException("the content of a newer record is withheld");
    }
    return bytes;
  }

  /** What these bytes say, whoever wrote them; never throws. */
  public Decoded decode(byte[] bytes) {
    if (!Framing.isFramed(bytes)) {
      return new Decoded.Unreadable(UnreadableReason.NOT_FRAMED);
    }
    Reading reading = reading(Framing.id(bytes));
    if (reading == null) {
      return new Decoded.Unreadable(UnreadableReason.SCHEMA_UNKNOWN);
    }
    try {
      return new Decoded.Readable(reading.read(bytes));
    } catch (NotUnderstoodException e) {
      return new Decoded.Unreadable(e.reason());
    } catch (IOException
        | AvroRuntimeException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | DateTimeException
        | ArithmeticException e) {
      return new Decoded.Unreadable(UnreadableReason.BYTES_BROKEN);
    }
  }

  private @Nullable Reading reading(int id) {
    Reading reading = readings.get(id);
    if (reading == null) {
      records.reading(id).ifPresent(known -> readings.putIfAbsent(id, known));
      reading = readings.get(id);
    }
    return reading;
  }

  /**
   * Takes in a schema that the directory announced, so that records of a newer program can be read.
   * What is known stays as it is.
   *
   * @return whether anything of what bytes of this id say can be understood now, be it that they
   *     are of a newer kind; not if the schema cannot be read as another version of the record
   */
  public boolean learn(SchemaEntry entry) {
    return reading(entry.id()) != null || learn(entry.id(), entry.schema());
  }

  private boolean learn(int id, String json) {
    try {
      Schema written = new Schema.Parser().parse(json);
      Reading reading = records.readingOf(written);
      if (reading == null) {
        return false;
      }
      readings.putIfAbsent(id, reading);
      return true;
    } catch (SchemaParseException e) {
      return false;
    }
  }
}
