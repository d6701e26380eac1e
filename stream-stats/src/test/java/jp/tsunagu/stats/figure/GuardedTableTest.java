package jp.tsunagu.stats.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedTableTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void a_number_that_could_point_to_a_household_is_held_back(long number) {
    GuardedTable table = column(number, 20, 30);
    assertThat(table.shown("row-0", "n")).isNull();
    assertThat(table.isSuppressed("row-0")).isTrue();
  }

  @Test
  void nothing_and_larger_numbers_are_told() {
    assertThat(shown(column(0, 5, 72), 3)).containsExactly(0L, 5L, 72L);
  }

  @Test
  void one_small_number_alone_takes_the_next_smallest_with_it() {
    assertThat(shown(column(3, 40, 7, 9), 4)).containsExactly(null, 40L, null, 9L);
  }

  @Test
  void small_numbers_that_are_few_together_take_a_larger_one_with_them() {
    assertThat(shown(column(1, 1, 8, 9), 4)).containsExactly(null, null, null, 9L);
    assertThat(shown(column(4, 4, 8, 9), 4)).containsExactly(null, null, 8L, 9L);
  }

  @Test
  void where_nothing_else_is_there_a_zero_hides_which_part_it_was() {
    assertThat(shown(column(3, 0, 0), 3)).containsExactly(null, null, 0L);
  }

  @Test
  void what_adds_up_within_a_row_is_kept_from_being_found_there_too() {
    GuardedTable table =
        GuardedTable.ofSmall(
                Map.of(
                    "a", Map.of("sent", 12L, "answered", 9L, "silent", 3L),
                    "b", Map.of("sent", 30L, "answered", 20L, "silent", 10L),
                    "c", Map.of("sent", 45L, "answered", 40L, "silent", 5L)))
            .rowsAddUp(List.of("a", "b", "c"))
            .columnsAddUp("sent", List.of("answered", "silent"));
    assertThat(table.shown("a", "silent")).isNull();
    assertThat(table.shown("c", "silent")).isNull();
    assertThat(table.shown("a", "answered")).isNull();
    assertThat(table.shown("c", "answered")).isNull();
    assertThat(table.shown("b", "silent")).isEqualTo(10);
    assertThat(table.shown("a", "sent")).isEqualTo(12);
  }

  @Test
  void in_no_table_can_a_small_number_be_found_by_taking_the_rest_from_the_whole() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      long[] numbers = random.longs(2 + random.nextInt(7), 0, 9).toArray();
      GuardedTable table = column(numbers);
      long heldBack = 0;
      int places = 0;
      long largestShown = 0;
      for (int row = 0; row < numbers.length; row++) {
        Long told = table.shown("row-" + row, "n");
        if (told == null) {
          heldBack += numbers[row];
          places++;
        } else {
          assertThat(told).as("seed %d", seed).isEqualTo(numbers[row]).isNotIn(1L, 2L, 3L, 4L);
          largestShown = Math.max(largestShown, told);
        }
      }
      assertThat(places).as("seed %d", seed).isNotEqualTo(1);
      assertThat(places == 0 || heldBack >= 5 || largestShown == 0).as("seed %d", seed).isTrue();
    }
  }

  private static GuardedTable column(long... numbers) {
    Map<String, Map<String, Long>> rows = new HashMap<>();
    for (int row = 0; row < numbers.length; row++) {
      rows.put("row-" + row, Map.of("n", numbers[row]));
    }
    return GuardedTable.ofSmall(rows).rowsAddUp(new TreeMap<>(rows).keySet());
  }

  private static List<@Nullable Long> shown(GuardedTable table, int rows) {
    List<@Nullable Long> shown = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      shown.add(table.shown("row-" + row, "n"));
    }
    return shown;
  }
}
