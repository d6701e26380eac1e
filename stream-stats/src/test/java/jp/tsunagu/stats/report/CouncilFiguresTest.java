package jp.tsunagu.stats.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.stats.testing.CaseStory;
import org.junit.jupiter.api.Test;

/** What a council is told on one page. */
class CouncilFiguresTest {

  @Test
  void it_says_how_many_in_how_many_days_and_how_many_stay_without_an_answer() {
    List<CaseStory> stories = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      stories.add(sent(i).at("2026-09-09T10:00").accepted(1));
    }
    for (int i = 15; i < 20; i++) {
      stories.add(sent(i));
    }
    CouncilFigures told = Council.of(stories);
    assertThat(value(told, "begun")).isEqualTo(20L);
    assertThat((Double) value(told, "medianDays")).isBetween(1.9, 2.1);
    assertThat(value(told, "silent")).isEqualTo(5L);
    assertThat(value(told, "silentShare")).isEqualTo(25L);
    assertThat(before(told, "silentShare")).isEqualTo(CouncilFigures.NONE);
    assertThat(told.notes()).noneMatch(note -> note.contains(Report.HELD_BACK));
  }

  @Test
  void a_number_that_points_to_a_household_is_held_back_and_so_is_what_would_give_it_away() {
    List<CaseStory> stories = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      stories.add(sent(i).at("2026-09-09T10:00").accepted(1));
    }
    stories.add(sent(18));
    CouncilFigures told = Council.of(stories);
    assertThat(value(told, "sent")).isEqualTo(19L);
    assertThat(value(told, "silent")).isEqualTo(Report.HELD_BACK);
    assertThat(value(told, "silentShare")).isEqualTo(Report.HELD_BACK);
    assertThat(told.notes()).anyMatch(note -> note.contains("1〜4件"));
  }

  @Test
  void of_parts_that_add_up_never_one_alone_is_held_back() {
    assertThat(ForPublic.parts(List.of(3L, 40L, 20L)))
        .containsExactly(Report.HELD_BACK, 40L, Report.HELD_BACK);
    assertThat(ForPublic.parts(List.of(0L, 40L, 20L))).containsExactly(0L, 40L, 20L);
    assertThat(ForPublic.part(2, 2).percent()).isEqualTo(Report.HELD_BACK);
    assertThat(ForPublic.part(0, 0).percent()).isEqualTo(CouncilFigures.NONE);
  }

  private static CaseStory sent(long number) {
    return new CaseStory(number)
        .at("2026-09-07T10:00")
        .received("desk", "chubu", Field.POVERTY)
        .sent(1, "desk", "shogai");
  }

  private static Object value(CouncilFigures told, String code) {
    return cell(told, code, 2);
  }

  private static Object before(CouncilFigures told, String code) {
    return cell(told, code, 3);
  }

  private static Object cell(CouncilFigures told, String code, int column) {
    return told.numbers().rows().stream()
        .filter(row -> row.getFirst().equals(code))
        .map(row -> row.get(column))
        .findFirst()
        .orElseThrow();
  }
}
