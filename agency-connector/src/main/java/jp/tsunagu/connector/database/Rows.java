package jp.tsunagu.connector.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Many rows for one statement, which is the same however many they are: each column travels as an
 * array, and the database makes rows of them again. How many they are it is not told before it
 * begins, so that it plans the statement once for a connection ({@link OwnSchema}).
 */
public final class Rows<T> {

  /**
   * Where a statement has this, the rows stand under the name {@code r}, numbered by {@code r.n}.
   */
  public static final String HERE = "{rows}";

  private final List<T> rows;
  private final List<String> names = new ArrayList<>();
  private final List<String> sentAs = new ArrayList<>();
  private final List<String> read = new ArrayList<>();
  private final Map<String, Object> arrays = new LinkedHashMap<>();

  private Rows(List<T> rows) {
    this.rows = rows;
  }

  /** These, in this order. */
  public static <T> Rows<T> of(Collection<T> rows) {
    return new Rows<>(List.copyOf(rows));
  }

  /**
   * With a column that the database reads from its text: an id, code, number, boolean, instant or
   * date, or a collection of ids or codes for an array; a set is stored sorted.
   *
   * @param type as the database calls it
   */
  public Rows<T> with(
      String name, String type, Function<? super T, ? extends @Nullable Object> value) {
    return put(name, type, "text", rows.stream().map(value).map(Rows::text).toArray(String[]::new));
  }

  /** With a column of bytes. */
  public Rows<T> bytes(String name, Function<? super T, byte @Nullable []> value) {
    return put(name, "bytea", "bytea", rows.stream().map(value).toArray(byte[][]::new));
  }

  private Rows<T> put(String name, String type, String sent, Object array) {
    String parameter = "rows_" + name;
    arrays.put(parameter, array);
    read.add("u.%s::%s as %s".formatted(name, type, name));
    sentAs.add("(select cast(:%s as %s[]))".formatted(parameter, sent));
    names.add(name);
    return this;
  }

  /** The statement for these rows; {@value #HERE} is where they stand. */
  public StatementSpec in(AgencyDatabase database, String sql) {
    String here =
        "(select %s, u.n from unnest(%s) with ordinality as u(%s, n)) as r"
            .formatted(
                String.join(", ", read), String.join(", ", sentAs), String.join(", ", names));
    return database.jdbc().sql(sql.replace(HERE, here)).params(arrays);
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof Collection<?> several) {
      Stream<String> texts = several.stream().map(Rows::quoted);
      return (several instanceof Set<?> ? texts.sorted() : texts)
          .collect(Collectors.joining(",", "{", "}"));
    }
    return value instanceof Enum<?> code ? code.name() : value == null ? null : value.toString();
  }

  private static String quoted(Object value) {
    String text = value instanceof Enum<?> code ? code.name() : value.toString();
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
