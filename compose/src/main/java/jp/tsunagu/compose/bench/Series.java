package jp.tsunagu.compose.bench;

import java.util.List;
import java.util.Locale;

/** The same figure of several rounds. */
record Series(List<Double> values) {

  Series {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no round");
    }
    values = values.stream().sorted().toList();
  }

  double median() {
    var middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2;
  }

  double least() {
    return values.getFirst();
  }

  double most() {
    return values.getLast();
  }

  /** So many digits that a person sees four of them, e.g. 0.001774, 24.01, 45614. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    var size = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
    return String.format(Locale.ROOT, "%." + Math.clamp(3 - size, 0, 6) + "f", value);
  }

  /** The median, and behind it the least and the most. */
  @Override
  public String toString() {
    return values.size() == 1
        ? number(median())
        : "%s (%s–%s)".formatted(number(median()), number(least()), number(most()));
  }
}
