package jp.tsunagu.contract.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.contract.topic.Topic;

/**
 * The append-only table of schema ids: every version of every record ever released, with the schema
 * as JSON. An id never changes its meaning.
 */
public final class SchemaTable {
  private static final String TABLE = "/jp/tsunagu/contract/schema-ids.tsv";
  private static final String SCHEMAS = "/jp/tsunagu/contract/schemas/";
  private static final SchemaTable STANDARD = new SchemaTable(read());

  private final List<Entry> entries;
  private final Map<Integer, Entry> byId;

  /**
   * One released schema.
   *
   * @param id what stands in the wire format
   * @param recordName full name of the Avro record
   * @param version from 1 for each record
   * @param sha256 of the schema's text, in hexadecimal digits
   * @param schema as JSON
   */
  public record Entry(int id, String recordName, int version, String sha256, String schema) {}

  private SchemaTable(List<Entry> entries) {
    this.entries = entries;
    this.byId = entries.stream().collect(Collectors.toUnmodifiableMap(Entry::id, entry -> entry));
  }

  /** The table this program was built with. */
  public static SchemaTable standard() {
    return STANDARD;
  }

  /** All entries by id. */
  public List<Entry> entries() {
    return entries;
  }

  /** The entry with this id. */
  public Optional<Entry> entry(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The versions of one record, oldest first; empty if there is no such record. */
  public List<Entry> versionsOf(String recordName) {
    return entries.stream().filter(entry -> entry.recordName().equals(recordName)).toList();
  }

  /**
   * The subjects of a topic in the manner of a schema registry: {@code <topic>-<record full name>}.
   */
  public List<String> subjectsOf(Topic topic) {
    return topic.carries().stream()
        .map(type -> topic.name() + "-" + RecordNames.nameOf(type))
        .toList();
  }

  /**
   * What the first rows of the table say, in hexadecimal digits (SHA-256): the same for ever where
   * rows are only appended, and another one as soon as a released schema was released anew.
   *
   * @param rows at most as many as there are
   */
  public String fingerprint(int rows) {
    return Sha256.hex(
        entries.stream()
            .limit(rows)
            .map(
                entry ->
                    entry.id()
                        + "\t"
                        + entry.recordName()
                        + "\t"
                        + entry.version()
                        + "\t"
                        + entry.sha256()
                        + "\n")
            .collect(Collectors.joining()));
  }

  private static List<Entry> read() {
    try (Stream<String> lines = text(TABLE).lines()) {
      return lines.filter(line -> !line.startsWith("#")).map(SchemaTable::entry).toList();
    }
  }

  private static Entry entry(String line) {
    String[] cells = line.split("\t", -1);
    String file = SCHEMAS + cells[1] + ".v" + cells[2] + ".avsc";
    return new Entry(
        Integer.parseInt(cells[0]), cells[1], Integer.parseInt(cells[2]), cells[3], text(file));
  }

  private static String text(String resource) {
    try (InputStream stream = SchemaTable.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
