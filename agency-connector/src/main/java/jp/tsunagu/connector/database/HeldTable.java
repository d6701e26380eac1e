package jp.tsunagu.connector.database;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Some rows of a table in memory, inside one transaction: read at the first use, changed, written
 * once. For tables that only the taker of an inbox writes and that have few rows for a case; values
 * stand as they do in JSON.
 */
public final class HeldTable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<TreeMap<String, @Nullable Object>> ROW =
      new TypeReference<>() {};

  private final AgencyDatabase database;
  private final Definition table;
  private final Collection<?> ids;
  private final Map<List<String>, Map<String, @Nullable Object>> stored = new LinkedHashMap<>();
  private @Nullable Map<List<String>, Row> held;

  /**
   * Which rows of which table.
   *
   * @param key by which columns a row is known
   * @param others its other columns
   * @param which the condition under which rows are read, of {@code :ids}
   */
  public record Definition(String name, List<String> key, List<String> others, String which) {
    public Definition {
      key = List.copyOf(key);
      others = List.copyOf(others);
    }

    private String all(String separator, UnaryOperator<String> column) {
      return Stream.concat(key.stream(), others.stream())
          .map(column)
          .collect(Collectors.joining(separator));
    }
  }

  /** A row as it is by now. */
  public static final class Row {

    private final Map<String, @Nullable Object> values = new TreeMap<>();

    private Row(Map<String, @Nullable Object> values) {
      this.values.putAll(values);
    }

    /** Puts a value: a number, a boolean, the text of anything else, or several of them. */
    public Row put(String column, @Nullable Object value) {
      values.put(column, json(value));
      return this;
    }

    /** Whether nothing stands there. */
    public boolean lacks(String column) {
      return values.get(column) == null;
    }

    /** Whether this stands there. */
    public boolean is(String column, Object value) {
      return Objects.equals(values.get(column), json(value));
    }

    /** Whether this is one of those that stand there. */
    public boolean has(String column, Object value) {
      return values.get(column) instanceof Collection<?> several && several.contains(json(value));
    }

    /** What stands there, which is text. */
    public String text(String column) {
      return Objects.requireNonNull(values.get(column)).toString();
    }

    private List<String> key(Definition table) {
      return table.key().stream().map(this::text).toList();
    }

    private static @Nullable Object json(@Nullable Object value) {
      return switch (value) {
        case null -> null;
        case Number number -> number;
        case Boolean is -> is;
        case Enum<?> code -> code.name();
        case Collection<?> several -> List.of(Columns.texts(several));
        case Object other -> other.toString();
      };
    }
  }

  /** Those for which the condition of the table holds with these ids. */
  public HeldTable(AgencyDatabase database, Definition table, Collection<?> ids) {
    this.database = database;
    this.table = table;
    this.ids = ids;
  }

  private Map<List<String>, Row> rows() {
    if (held == null) {
      held = new LinkedHashMap<>();
      read().forEach(row -> held.put(row.key(table), row));
      held.forEach((key, row) -> stored.put(key, new TreeMap<>(row.values)));
    }
    return held;
  }

  private List<Row> read() {
    return database
        .jdbc()
        .sql("select to_jsonb(t) from " + table.name() + " t where " + table.which())
        .param("ids", Columns.texts(ids))
        .query(String.class)
        .list()
        .stream()
        .map(row -> new Row(JSON.readValue(row, ROW)))
        .map(this::withInstantsInKey)
        .toList();
  }

  /** The database writes an instant in the zone of the connection; a key has it in one way. */
  private Row withInstantsInKey(Row row) {
    table.key().stream()
        .filter(column -> column.endsWith("_at"))
        .forEach(column -> row.put(column, OffsetDateTime.parse(row.text(column)).toInstant()));
    return row;
  }

  /** Those that are so. */
  public List<Row> where(Predicate<Row> which) {
    return rows().values().stream().filter(which).toList();
  }

  /** The row with this key; made if there is none. */
  public Row at(Object... key) {
    Row fresh = new Row(Map.of());
    for (int i = 0; i < key.length; i++) {
      fresh.put(table.key().get(i), key[i]);
    }
    return rows().computeIfAbsent(fresh.key(table), _ -> fresh);
  }

  /** Nothing stands there any more of what is so. */
  public void remove(Predicate<Row> which) {
    rows().values().removeIf(which);
  }

  /** Writes what was changed. */
  public void write() {
    if (held == null) {
      return;
    }
    remove(stored.keySet().stream().filter(key -> !rows().containsKey(key)).map(stored::get));
    put(
        rows().entrySet().stream()
            .filter(row -> !row.getValue().values.equals(stored.get(row.getKey())))
            .map(row -> row.getValue().values));
  }

  private void remove(Stream<? extends @Nullable Object> gone) {
    run(
        "delete from "
            + table.name()
            + " t using {rows} where "
            + table.key().stream()
                .map(column -> "t." + column + " = r." + column)
                .collect(Collectors.joining(" and ")),
        gone.toList());
  }

  private void put(Stream<? extends @Nullable Object> changed) {
    run(
        "insert into "
            + table.name()
            + " ("
            + table.all(", ", column -> column)
            + ") select "
            + table.all(", ", column -> "r." + column)
            + " from {rows} on conflict ("
            + String.join(", ", table.key())
            + ") do update set "
            + table.others().stream()
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", ")),
        changed.toList());
  }

  private void run(String sql, List<? extends @Nullable Object> values) {
    if (!values.isEmpty()) {
      String rows =
          "jsonb_populate_recordset(null::" + database.table(table.name()) + ", :rows::jsonb) as r";
      database
          .jdbc()
          .sql(sql.replace(Rows.HERE, rows))
          .param("rows", JSON.writeValueAsString(values))
          .update();
    }
  }
}
