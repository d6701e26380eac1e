package jp.tsunagu.runtime.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Plausible;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** 1926 typed for 2026 is noticed where it is typed, in every kind of field that takes a day. */
class PlausibleDaysTest {

  private static final Instant NOW = Instant.parse("2026-09-03T01:20:00Z");

  @ParameterizedTest
  @EnumSource(Plausible.class)
  void a_day_nobody_can_mean_is_refused_with_the_days_that_can_be_meant(Plausible plausible) {
    for (String year : List.of("1826", "2226")) {
      assertThat(problems(plausible, year + "-09-01"))
          .as(year)
          .extracting(FieldProblem::field)
          .containsExactlyInAnyOrder("day", "moment", "moments[1]");
      assertThat(problems(plausible, year + "-09-01"))
          .extracting(FieldProblem::fix)
          .allMatch(fix -> fix.contains("令和8年9月3日") || fix.contains("令和18年9月3日"));
    }
    assertThat(problems(plausible, "2026-09-03")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "BORN, 1926-09-01, true",
    "BORN, 2026-09-04, false",
    "HAPPENED, 1926-09-01, false",
    "HAPPENED, 2017-04-01, true",
    "HAPPENED, 2026-09-04, false",
    "PLANNED, 1926-09-01, false",
    "PLANNED, 2031-03-31, true"
  })
  void what_can_be_meant_depends_on_what_is_asked(
      Plausible plausible, String day, boolean canBeMeant) {
    assertThat(problems(plausible, day).isEmpty()).isEqualTo(canBeMeant);
  }

  @Test
  void the_day_of_a_moment_is_that_of_tokyo() {
    assertThat(read(Plausible.HAPPENED, "2026-09-03", "2026-09-03T14:59:00Z"))
        .isInstanceOf(FormReading.Usable.class);
    assertThat(read(Plausible.HAPPENED, "2026-09-03", "2026-09-03T15:00:00Z"))
        .isInstanceOf(FormReading.Unusable.class);
  }

  private static List<FieldProblem> problems(Plausible plausible, String day) {
    return read(plausible, day, day + "T10:00:00+09:00") instanceof FormReading.Unusable(var found)
        ? found
        : List.of();
  }

  private static FormReading read(Plausible plausible, String day, String moment) {
    Form form =
        Form.of("days", "日付")
            .and(
                List.of(
                    FormField.day("day", "日", plausible),
                    FormField.moment("moment", "日時", plausible),
                    FormField.moments("moments", "候補", 2, plausible)));
    String json =
        """
        {"day": "%s", "moment": "%s", "moments": ["2026-09-02T10:00:00+09:00", "%s"]}
        """
            .formatted(day, moment, moment);
    return new FormReader(NetworkDirectory.EMPTY, NOW).read(form, JsonForm.MAPPER.readTree(json));
  }
}
