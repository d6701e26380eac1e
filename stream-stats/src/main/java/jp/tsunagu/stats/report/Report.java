package jp.tsunagu.stats.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.tsunagu.contract.wording.DateWords;
import org.jspecify.annotations.Nullable;

/**
 * A table for people and programs: the same for screen, CSV and Excel.
 *
 * @param name code of the report
 * @param title what a person reads
 * @param columns in order
 * @param rows one value per column: text, whole number, decimal, date, or empty text; {@link
 *     #HELD_BACK} in place of a number that is not told
 * @param notes what a reader has to know of the numbers
 * @param incomplete why the numbers are 不完全; none where they are whole
 */
public record Report(
    String name,
    String title,
    List<Column> columns,
    List<List<Object>> rows,
    List<String> notes,
    @Nullable String incomplete) {

  /** Stands in place of a number that is not told. */
  public static final String HELD_BACK = "非公開";

  public Report {
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** A report whose numbers are whole. */
  public Report(String name, String title, List<Column> columns, List<List<Object>> rows) {
    this(name, title, columns, rows, List.of(), null);
  }

  /** The same, whose title names the days it is about, both included. */
  public Report over(LocalDate from, LocalDate until) {
    String first = DateWords.shortDay(from);
    return titled(from.equals(until) ? first : first + "〜" + DateWords.shortDay(until));
  }

  /** The same, whose title names a period. */
  public Report titled(String period) {
    return new Report(name, title + " " + period, columns, rows, notes, incomplete);
  }

  /** The same, whose title names the moment of its numbers (集計時点). */
  public Report asOf(Instant moment) {
    return titled("集計時点 " + DateWords.shortMoment(moment));
  }

  /** The same with a note more. */
  public Report noting(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Report(name, title, columns, rows, more, incomplete);
  }

  /** The same, 不完全 where records of this many cases cannot be read. */
  public Report without(int heldCases) {
    return heldCases == 0
        ? this
        : new Report(name, title, columns, rows, notes, incomplete(heldCases));
  }

  /** What is said where records of this many cases cannot be read; none where there is none. */
  public static @Nullable String incomplete(int heldCases) {
    return heldCases == 0
        ? null
        : "不完全: 読めない記録のある案件が%d件あり、その後のできごとは数に入っていません。".formatted(heldCases);
  }

  /**
   * A column.
   *
   * @param code its name for programs
   * @param label its heading for people
   */
  public record Column(String code, String label) {}

  static List<Column> columns(String... codesAndLabels) {
    return IntStream.range(0, codesAndLabels.length / 2)
        .mapToObj(i -> new Column(codesAndLabels[2 * i], codesAndLabels[2 * i + 1]))
        .toList();
  }
}
