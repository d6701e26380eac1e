package jp.tsunagu.connector.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What tables a schema has, as the database itself tells; the migrations' own is left out. */
final class SchemaTables {

  private static final String MIGRATIONS = "flyway_schema_history";

  private final Connection connection;
  private final String schema;

  SchemaTables(Connection connection, String schema) {
    this.connection = connection;
    this.schema = schema;
  }

  static boolean exists(Connection connection, String schema) throws SQLException {
    return !new SchemaTables(connection, schema)
        .texts("select schema_name from information_schema.schemata where schema_name = ?")
        .isEmpty();
  }

  /** The version of the tables. */
  String version() throws SQLException {
    return texts(
            "select version from "
                + schema
                + "."
                + MIGRATIONS
                + " where version is not null and ? <> '' order by installed_rank desc limit 1")
        .getFirst();
  }

  /** Every table after those whose rows its rows name. */
  List<String> inOrder() throws SQLException {
    Set<String> ordered = new LinkedHashSet<>();
    Map<String, Set<String>> named = named();
    while (ordered.size() < named.size()) {
      int before = ordered.size();
      named.forEach(
          (table, others) -> {
            if (ordered.containsAll(others)) {
              ordered.add(table);
            }
          });
      if (ordered.size() == before) {
        throw new IllegalStateException("tables that name one another in a circle");
      }
    }
    return List.copyOf(ordered);
  }

  private Map<String, Set<String>> named() throws SQLException {
    Map<String, Set<String>> named = new LinkedHashMap<>();
    for (String table :
        texts(
            "select table_name from information_schema.tables where table_schema = ?"
                + " and table_type = 'BASE TABLE' order by table_name")) {
      if (!table.equals(MIGRATIONS)) {
        named.put(table, new LinkedHashSet<>());
      }
    }
    for (String pair :
        texts(
            """
            select child.relname || ' ' || parent.relname
            from pg_constraint c
            join pg_class child on child.oid = c.conrelid
            join pg_class parent on parent.oid = c.confrelid
            join pg_namespace n on n.oid = child.relnamespace
            where c.contype = 'f' and child.oid <> parent.oid and n.nspname = ?
            """)) {
      int blank = pair.indexOf(' ');
      Set<String> others = named.get(pair.substring(0, blank));
      if (others != null) {
        others.add(pair.substring(blank + 1));
      }
    }
    return named;
  }

  /** The columns of a table that are stored as they were given. */
  List<String> columns(String table) throws SQLException {
    return texts(
        "select column_name from information_schema.columns where table_schema = ? and table_name = '"
            + table
            + "' and is_generated = 'NEVER' order by ordinal_position");
  }

  /** An offset for each partition; {@code %s} stands for the schema. */
  Map<Integer, Long> byPartition(String sql) throws SQLException {
    Map<Integer, Long> offsets = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql.formatted(schema));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        offsets.put(rows.getInt(1), rows.getLong(2));
      }
    }
    return offsets;
  }

  /** What each numbered column gives next. */
  Map<String, Long> sequences() throws SQLException {
    Map<String, Long> next = new LinkedHashMap<>();
    for (String column : numbered()) {
      String sequence = sequence(column);
      next.put(
          column,
          Long.valueOf(
              texts(
                      "select (last_value + case when is_called then 1 else 0 end)::text from "
                          + sequence
                          + " where ? <> ''")
                  .getFirst()));
    }
    return next;
  }

  /** From now on they give these. */
  void goOnWith(Map<String, Long> sequences) throws SQLException {
    for (Map.Entry<String, Long> each : sequences.entrySet()) {
      texts(
          "select setval('"
              + sequence(each.getKey())
              + "', "
              + each.getValue()
              + ", false)::text where ? <> ''");
    }
  }

  private List<String> numbered() throws SQLException {
    return texts(
        "select table_name || '.' || column_name from information_schema.columns"
            + " where table_schema = ? and is_identity = 'YES' order by 1");
  }

  private String sequence(String column) throws SQLException {
    int point = column.indexOf('.');
    return texts(
            "select pg_get_serial_sequence(? || '."
                + column.substring(0, point)
                + "', '"
                + column.substring(point + 1)
                + "')")
        .getFirst();
  }

  /** The first column of all rows; the one parameter is the schema. */
  private List<String> texts(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema);
      List<String> texts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    }
  }
}
