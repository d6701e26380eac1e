package jp.tsunagu.connector.database;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How values stand in columns; instants are UTC.
 *
 * <p>Many rows are one statement with one array for every column, {@code from
 * unnest(:names::text[], :ordinals::integer[])}: what is not bytes goes there as text ({@link
 * #each}). A column that is a list itself stands in it as {@link #list} and is cast once more where
 * the row is used ({@code recipients::text[]}), since PostgreSQL takes a list of lists apart.
 */
public final class Columns {

  private Columns() {}

  /** For a {@code timestamptz}. */
  public static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Reads a {@code timestamptz} that is not null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Reads a {@code timestamptz} that may be null. */
  public static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /** Reads a {@code uuid} that may be null. */
  public static Optional<UUID> uuid(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class));
  }

  /** Reads an {@code integer} that may be null. */
  public static Optional<Integer> integer(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Integer.class));
  }

  /** For a {@code text[]}. */
  public static String[] texts(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().toArray(String[]::new);
  }

  /** Reads a {@code text[]}; null is empty. */
  public static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  /** Reads an {@code integer[]}; null is empty. */
  public static List<Integer> integers(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((Integer[]) array.getArray());
  }

  /** Reads a {@code timestamptz[]}; null is empty. */
  public static List<Instant> instants(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null
        ? List.of()
        : Arrays.stream((Timestamp[]) array.getArray()).map(Timestamp::toInstant).toList();
  }

  /** One column of many rows as text; null stays null. */
  public static <T> @Nullable String[] each(List<T> rows, Function<T, @Nullable Object> column) {
    return rows.stream()
        .map(column)
        .map(value -> value == null ? null : value.toString())
        .toArray(String[]::new);
  }

  /** A {@code bytea} of many rows; null stays null. */
  public static <T> byte @Nullable [][] eachBytes(
      List<T> rows, Function<T, byte @Nullable []> column) {
    return rows.stream().map(column).toArray(byte[][]::new);
  }

  /** A list in a column of {@link #each}, as PostgreSQL writes one; sorted. */
  public static String list(Collection<?> values) {
    return Arrays.stream(texts(values))
        .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** The name of an enum constant, or null. */
  public static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
