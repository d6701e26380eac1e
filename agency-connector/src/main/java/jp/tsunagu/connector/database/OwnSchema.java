package jp.tsunagu.connector.database;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Names the schema of an agency at every table of a statement. So a connection of the pool serves
 * every agency without being told whose turn it is, and keeps its prepared statements. A table that
 * were left without its schema would not be found at all: nobody's search path leads to an agency.
 *
 * <p>And has each statement planned once. PostgreSQL plans a prepared statement anew each time
 * where a plan for these very values looks cheaper than one for any, and that it does for every
 * short array; the planning then takes several times what the statement takes. An array that comes
 * out of a select is not known while it plans.
 */
final class OwnSchema {

  private static final Pattern ANY = Pattern.compile("\\bany\\((:\\w+)::(\\w+\\[])\\)");

  private final String schema;
  private final Pattern tables;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  OwnSchema(String schema, List<String> tables) {
    this.schema = schema;
    this.tables =
        Pattern.compile(
            "\\b(from|join|into|update|using)(\\s+)(" + String.join("|", tables) + ")\\b");
  }

  /** Of the tables that stand in this schema now. */
  static OwnSchema read(JdbcClient database, String schema) {
    List<String> tables =
        database
            .sql("select table_name from information_schema.tables where table_schema = :schema")
            .param("schema", schema)
            .query(String.class)
            .list();
    return new OwnSchema(schema, tables);
  }

  /** The statement as the database gets it; statements are few, and each is looked at once. */
  String in(String statement) {
    return known.computeIfAbsent(
        statement,
        sql ->
            ANY.matcher(tables.matcher(sql).replaceAll("$1$2" + schema + ".$3"))
                .replaceAll("any((select $1::$2)::$2)"));
  }
}
