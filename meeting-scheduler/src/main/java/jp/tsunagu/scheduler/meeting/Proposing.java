package jp.tsunagu.scheduler.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.TokyoTime;

/** Days that could be proposed for a meeting (日程調整), as a beginning for whoever proposes them. */
record Proposing(City city, Meetings meetings, Meeting meeting, Instant now) {

  private static final int DAYS_BETWEEN = 7;
  private static final int SO_MANY = 3;
  private static final int DAYS_LOOKED_AHEAD = 60;

  List<Instant> days() {
    Set<LocalDate> taken = taken();
    LocalDate first = TokyoTime.dateOf(now).plusDays(DAYS_BETWEEN);
    return Stream.iterate(first, day -> day.plusDays(1))
        .limit(DAYS_LOOKED_AHEAD)
        .filter(city::isOpenDay)
        .filter(day -> !taken.contains(day))
        .flatMap(day -> begins(day).stream())
        .limit(SO_MANY)
        .toList();
  }

  private Optional<Instant> begins(LocalDate day) {
    return city.body(meeting.id().body()).flatMap(body -> city.days(body).begins(day));
  }

  /** On which this body meets already. */
  private Set<LocalDate> taken() {
    return meetings.all().stream()
        .filter(each -> each.id().body().equals(meeting.id().body()) && !each.isOver())
        .map(Meeting::startsAt)
        .filter(Objects::nonNull)
        .map(TokyoTime::dateOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}
