package jp.tsunagu.stats.export;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import jp.tsunagu.runtime.paper.PaperPage;
import jp.tsunagu.runtime.paper.PaperPdf;
import jp.tsunagu.runtime.paper.PaperWords;
import jp.tsunagu.stats.report.CouncilFigures;
import jp.tsunagu.stats.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * One A4 page for the council (議会).
 *
 * @param network what the network, and with it the city, is called
 * @param asOf the moment of its numbers
 * @param incomplete why they are 不完全; none where they are whole
 */
public record CouncilPaper(
    String network, CouncilFigures figures, Instant asOf, @Nullable String incomplete) {

  private static final PaperWords WORDS = new PaperWords();
  private static final int HIGHEST = 100;

  /** What stands above it and in a reader's window. */
  public String title() {
    return "相談支援の状況 " + figures.days().now().label();
  }

  /** As A4, one page. */
  public byte[] pdf() {
    return PaperPdf.of(html(), title(), asOf);
  }

  String html() {
    return PaperPage.fill("council", Map.of("paper", this, "words", WORDS));
  }

  /** The four numbers, each with what belongs to it. */
  public List<Tile> tiles() {
    return List.of(
        new Tile(line(0), List.of()),
        new Tile(line(1), List.of(line(2))),
        new Tile(line(3), List.of(line(4), line(5))),
        new Tile(line(6), List.of(line(7), line(8))));
  }

  /** The bars of how long first answers took. */
  public List<Bar> answers() {
    return bars(
        figures.answers().rows().stream().map(List::getFirst).map(String::valueOf).toList(),
        figures.answers().rows().stream().map(List::getLast).toList(),
        figures.answers().rows().stream().map(List::getLast).toList());
  }

  /** One row of bars for each field; all by one measure. */
  public List<Row> fields() {
    Report table = figures.openByField();
    List<String> months = table.columns().stream().skip(1).map(Report.Column::label).toList();
    List<Object> all = table.rows().stream().flatMap(row -> row.stream().skip(1)).toList();
    return table.rows().stream()
        .map(
            row ->
                new Row(
                    String.valueOf(row.getFirst()), bars(months, row.subList(1, row.size()), all)))
        .toList();
  }

  private Line line(int row) {
    List<Object> of = figures.numbers().rows().get(row);
    String unit = String.valueOf(of.get(4));
    return new Line(String.valueOf(of.get(1)), with(of.get(2), unit), with(of.get(3), unit));
  }

  /** A value with its unit, for a template. */
  public String text(Object value, String unit) {
    return with(value, unit);
  }

  private static String with(Object value, String unit) {
    return value instanceof Number ? shown(value) + unit : shown(value);
  }

  private static List<Bar> bars(List<String> labels, List<Object> values, List<Object> all) {
    long most =
        Math.max(
            1,
            all.stream()
                .filter(Number.class::isInstance)
                .mapToLong(each -> ((Number) each).longValue())
                .max()
                .orElse(1));
    return IntStream.range(0, labels.size())
        .mapToObj(i -> new Bar(labels.get(i), shown(values.get(i)), height(values.get(i), most)))
        .toList();
  }

  private static int height(Object value, long most) {
    return value instanceof Number number
        ? (int) Math.round((double) HIGHEST * number.longValue() / most)
        : 0;
  }

  /** A value as people read it. */
  public static String shown(Object value) {
    return value instanceof Number
        ? NumberFormat.getInstance(Locale.JAPAN).format(value)
        : String.valueOf(value);
  }

  /** The same, for a template. */
  public String text(Object value) {
    return shown(value);
  }

  /**
   * One number of the page.
   *
   * @param value with its unit
   * @param before the one compared
   */
  public record Line(String name, String value, String before) {}

  /** One of the four numbers with what belongs to it. */
  public record Tile(Line line, List<Line> more) {

    public Tile {
      more = List.copyOf(more);
    }
  }

  /**
   * One bar.
   *
   * @param height of 100, with the highest
   */
  public record Bar(String label, String value, int height) {}

  /** Bars of one field. */
  public record Row(String name, List<Bar> bars) {

    public Row {
      bars = List.copyOf(bars);
    }
  }
}
