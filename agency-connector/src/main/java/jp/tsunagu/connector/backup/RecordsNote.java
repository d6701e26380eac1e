package jp.tsunagu.connector.backup;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup of an agency's record holds; written last, so that a backup without it is none.
 *
 * @param version of the tables
 * @param tables in an order in which they can be filled
 * @param sequences what each numbered column, as {@code table.column}, gives next
 * @param taken the next offset of each partition of the inbox
 * @param sent the offset behind the last command of each partition of the outbox
 */
public record RecordsNote(
    String agency,
    String version,
    Instant takenAt,
    List<Table> tables,
    Map<String, Long> sequences,
    Map<Integer, Long> taken,
    Map<Integer, Long> sent) {

  public RecordsNote {
    tables = List.copyOf(tables);
    sequences = Collections.unmodifiableMap(new TreeMap<>(sequences));
    taken = Map.copyOf(taken);
    sent = Map.copyOf(sent);
  }

  /**
   * A table.
   *
   * @param sha256 of its file, as hexadecimal digits
   */
  public record Table(String name, List<String> columns, long rows, String sha256) {
    public Table {
      columns = List.copyOf(columns);
    }

    String file() {
      return name + ".rows";
    }
  }

  /** Of all tables. */
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
