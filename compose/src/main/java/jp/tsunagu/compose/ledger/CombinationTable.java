package jp.tsunagu.compose.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.lifecycle.Field;

/**
 * 相談の種類: new consultations of a fiscal year by combination of fields, a row per combination in the
 * order of the city's own table.
 */
public record CombinationTable(List<Row> rows) {
  /** The year of {@link #fiscal2020()}. */
  public static final FiscalYear YEAR = new FiscalYear(2020);

  private static final String FISCAL_2020 = "/cities/tachikawa/new-consultations-fy2020.csv";
  private static final Pattern SLASH = Pattern.compile("/");
  private static final Map<String, Field> BY_LABEL =
      Stream.of(Field.values()).collect(Collectors.toMap(Field::label, Function.identity()));

  public CombinationTable {
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param fields in the order the city prints them
   */
  public record Row(List<Field> fields, int count) {
    public Row {
      fields = List.copyOf(fields);
    }

    /** As the city prints it, such as 高齢・介護/障害. */
    public String label() {
      return fields.stream().map(Field::label).collect(Collectors.joining("/"));
    }

    /** The combination, whatever the order. */
    public Set<Field> combination() {
      return Set.copyOf(fields);
    }
  }

  /** The new consultations of 令和2年度 as 立川市 published them: 26 rows, 72 in all. */
  public static CombinationTable fiscal2020() {
    try (InputStream file = CombinationTable.class.getResourceAsStream(FISCAL_2020)) {
      if (file == null) {
        throw new IllegalStateException("the program lacks " + FISCAL_2020);
      }
      var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      return new CombinationTable(
          reader
              .lines()
              .skip(1)
              .filter(line -> !line.isBlank())
              .map(CombinationTable::row)
              .toList());
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot read " + FISCAL_2020, exception);
    }
  }

  private static Row row(String line) {
    var comma = line.lastIndexOf(',');
    var fields = SLASH.splitAsStream(line.substring(0, comma)).map(BY_LABEL::get).toList();
    return new Row(fields, Integer.parseInt(line.substring(comma + 1).strip()));
  }

  /** All consultations. */
  public int total() {
    return rows.stream().mapToInt(Row::count).sum();
  }
}
