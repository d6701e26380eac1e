package jp.tsunagu.stats.figure;

import static jp.tsunagu.stats.testing.CaseStory.tokyo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import jp.tsunagu.stats.testing.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {
  private final WorkingTime workingTime = new WorkingTime(Town.CALENDAR);

  @ParameterizedTest(name = "{0}: {1} – {2} = {3}")
  @CsvSource({
    "same day, 2026-09-03T10:00, 2026-09-03T12:30, PT2H30M",
    "weekend, 2026-09-04T17:00, 2026-09-07T08:45, PT30M",
    "振替休日 2026-05-06, 2026-05-01T17:00, 2026-05-07T08:31, PT16M",
    "year end, 2026-12-28T17:00, 2027-01-04T09:00, PT45M",
    "3/31 to 4/1, 2027-03-31T16:15, 2027-04-01T09:30, PT2H",
    "holiday 2026-11-23, 2026-11-20T17:15, 2026-11-24T08:30, PT0S",
    "at night, 2026-09-03T22:00, 2026-09-04T06:00, PT0S",
    "backwards, 2026-09-04T10:00, 2026-09-03T10:00, PT0S",
    "before the century, 1999-12-28T16:15, 2000-01-04T09:30, PT2H"
  })
  void only_office_hours_count(String what, String from, String to, Duration expected) {
    assertThat(workingTime.between(tokyo(from), tokyo(to))).isEqualTo(expected);
  }

  @Test
  void it_counts_as_the_calendar_counts_day_by_day() {
    Random random = new Random(525);
    Instant first = tokyo("2024-01-01T00:00");
    for (int i = 0; i < 3_000; i++) {
      Instant from = first.plusSeconds(random.nextInt(3 * 365 * 86_400));
      Instant to = from.plusSeconds(random.nextInt(i % 2 == 0 ? 400_000 : 40_000_000));
      assertThat(workingTime.between(from, to)).isEqualTo(Town.CALENDAR.openTimeBetween(from, to));
    }
  }
}
