package jp.tsunagu.stats.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars beside one another, as the browser draws them, in units of the drawing.
 *
 * @param bars from left to right
 */
record BarChart(List<Bar> bars) {

  /** Width of the drawing. */
  static final int WIDTH = 400;

  /** Where the bars stand; their labels stand below, their numbers above. */
  static final int GROUND = 180;

  private static final int HIGHEST = 150;
  private static final int GAP = 6;

  BarChart {
    bars = List.copyOf(bars);
  }

  /**
   * One bar.
   *
   * @param number how much it stands for
   */
  record Bar(int x, int y, int width, int height, String label, long number) {

    /** The middle, where label and number stand. */
    public int middle() {
      return x + width / 2;
    }
  }

  /** The chart of these numbers, one label for each. */
  static BarChart of(List<Long> numbers, List<String> labels) {
    long most = Math.max(1, numbers.stream().mapToLong(Long::longValue).max().orElse(1));
    int step = WIDTH / Math.max(1, numbers.size());
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      int height = (int) Math.round((double) HIGHEST * numbers.get(i) / most);
      bars.add(
          new Bar(
              i * step + GAP / 2,
              GROUND - height,
              step - GAP,
              height,
              labels.get(i),
              numbers.get(i)));
    }
    return new BarChart(bars);
  }
}
