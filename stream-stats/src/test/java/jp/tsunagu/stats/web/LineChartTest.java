package jp.tsunagu.stats.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.contract.lifecycle.Field;
import org.junit.jupiter.api.Test;

/** Nothing of a drawing stands on something else. */
class LineChartTest {

  private static final int HEIGHT_OF_TEXT = 16;

  @Test
  void names_at_the_ends_stand_above_the_months_and_clear_of_one_another() {
    Map<String, List<Long>> none = new LinkedHashMap<>();
    Stream.of(Field.values()).forEach(field -> none.put(field.label(), List.of(0L, 0L, 0L)));
    List<Integer> names =
        LineChart.of(none, List.of("9月", "10月", "11月")).lines().stream()
            .map(LineChart.Line::nameAt)
            .sorted()
            .toList();
    assertThat(names).allMatch(at -> at + 4 <= 202 - HEIGHT_OF_TEXT);
    assertThat(IntStream.range(1, names.size()).map(i -> names.get(i) - names.get(i - 1)))
        .allMatch(apart -> apart >= HEIGHT_OF_TEXT);
  }

  @Test
  void the_last_month_is_named_and_no_more_than_there_is_room_for() {
    for (int months = 1; months <= 36; months++) {
      List<String> labels = IntStream.range(0, months).mapToObj(i -> (i % 12 + 1) + "月").toList();
      List<Long> row = labels.stream().map(_ -> 1L).toList();
      List<LineChart.Tick> ticks = LineChart.of(Map.of("困窮", row), labels).ticks();
      assertThat(ticks).hasSizeLessThanOrEqualTo(5);
      assertThat(ticks.getLast().label()).isEqualTo(labels.getLast());
      assertThat(ticks.getLast().x()).isLessThanOrEqualTo(LineChart.WIDTH);
    }
  }
}
