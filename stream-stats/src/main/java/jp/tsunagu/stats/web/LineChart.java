package jp.tsunagu.stats.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines over the same moments, as the browser draws them, in units of the drawing. Each line has
 * its own pattern and its name at its end: colour alone tells nothing.
 *
 * @param ticks where the moments stand
 * @param most the number at the upper edge
 */
record LineChart(List<Line> lines, List<Tick> ticks, long most) {

  /** Width of the drawing, without the names at the ends of the lines. */
  static final int WIDTH = 264;

  /** Where zero is. */
  static final int GROUND = 180;

  private static final int HIGHEST = 160;
  private static final int LINE_OF_TEXT = 20;

  /** So many labels stand below a drawing without touching one another. */
  private static final int MOST_TICKS = 5;

  LineChart {
    lines = List.copyOf(lines);
    ticks = List.copyOf(ticks);
  }

  /**
   * One line.
   *
   * @param points as SVG writes them
   * @param pattern its number, from 1
   * @param nameAt where its name stands beside its end, clear of the others
   */
  record Line(String name, String points, int pattern, int nameAt, long last) {}

  /**
   * A moment at the foot of the drawing.
   *
   * @param anchor which part of the label stands there: at the edges it stands inside
   */
  record Tick(int x, String label, String anchor) {}

  /** The chart of these numbers, one per label for each name. */
  static LineChart of(Map<String, List<Long>> numbers, List<String> labels) {
    long most =
        Math.max(
            1, numbers.values().stream().flatMap(List::stream).mapToLong(n -> n).max().orElse(1));
    List<Line> lines = new ArrayList<>();
    numbers.forEach((name, row) -> lines.add(line(name, row, most, lines.size() + 1)));
    return new LineChart(apart(lines), ticks(labels), most);
  }

  private static Line line(String name, List<Long> row, long most, int pattern) {
    String points =
        IntStream.range(0, row.size())
            .mapToObj(i -> x(i, row.size()) + "," + y(row.get(i), most))
            .collect(Collectors.joining(" "));
    long last = row.isEmpty() ? 0 : row.getLast();
    return new Line(name, points, pattern, y(last, most), last);
  }

  /** Names that would stand on one another stand below one another. */
  private static List<Line> apart(List<Line> lines) {
    List<Line> fromTop = new ArrayList<>(lines);
    fromTop.sort((one, other) -> Integer.compare(one.nameAt(), other.nameAt()));
    List<Line> placed = new ArrayList<>();
    int lowest = GROUND - LINE_OF_TEXT / 2 - LINE_OF_TEXT * (lines.size() - 1);
    int free = Integer.MIN_VALUE;
    for (Line line : fromTop) {
      int at = Math.max(free, Math.min(line.nameAt(), lowest + LINE_OF_TEXT * placed.size()));
      placed.add(new Line(line.name(), line.points(), line.pattern(), at, line.last()));
      free = at + LINE_OF_TEXT;
    }
    return placed;
  }

  /** The last one and, counted back from it, as many as there is room for. */
  private static List<Tick> ticks(List<String> labels) {
    int step = Math.max(1, Math.ceilDiv(labels.size(), MOST_TICKS));
    return IntStream.range(0, labels.size())
        .filter(i -> (labels.size() - 1 - i) % step == 0)
        .mapToObj(i -> new Tick(x(i, labels.size()), labels.get(i), anchor(i, labels.size())))
        .toList();
  }

  private static String anchor(int place, int places) {
    if (place == 0) {
      return "start";
    }
    return place == places - 1 ? "end" : "middle";
  }

  private static int x(int place, int places) {
    return places < 2 ? 0 : place * WIDTH / (places - 1);
  }

  private static int y(long number, long most) {
    return GROUND - (int) Math.round((double) HIGHEST * number / most);
  }
}
