package jp.tsunagu.contract.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FiscalYearTest {

  @Test
  void a_fiscal_year_begins_at_midnight_of_1_April_in_Tokyo() {
    assertThat(FiscalYear.of(Instant.parse("2026-03-31T14:59:59.999Z")))
        .isEqualTo(new FiscalYear(2025));
    assertThat(FiscalYear.of(Instant.parse("2026-03-31T15:00:00Z")))
        .isEqualTo(new FiscalYear(2026));
  }

  @Test
  void a_fiscal_year_knows_its_days_and_neighbours() {
    FiscalYear year = FiscalYear.of(LocalDate.of(2021, 3, 31));

    assertThat(year.first()).isEqualTo("2020-04-01");
    assertThat(year.last()).isEqualTo("2021-03-31");
    assertThat(year.contains(year.first())).isTrue();
    assertThat(year.contains(year.last())).isTrue();
    assertThat(year.next().contains(year.last())).isFalse();
    assertThat(year.next().previous()).isEqualTo(year);
    assertThat(year).isLessThan(year.next());
    assertThat(year.contains(Instant.parse("2021-03-31T15:00:00Z"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2026,令和8年度", "2020,令和2年度", "2019,令和元年度", "2018,平成30年度", "1989,平成元年度", "1988,昭和63年度"})
  void a_fiscal_year_is_named_in_Japanese(int startYear, String label) {
    assertThat(new FiscalYear(startYear).label()).isEqualTo(label);
  }
}
