package jp.tsunagu.runtime.enrolment;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.tsunagu.contract.calendar.TokyoTime;

/**
 * How long an enrolment is good; agency and centre are told of its end in the same way.
 *
 * @param until its last day in Tokyo
 */
public record Term(LocalDate until) {

  private static final int TOLD_BEFORE_DAYS = 30;

  /** Today in Tokyo. */
  public static LocalDate today(InstantSource clock) {
    return TokyoTime.dateOf(clock.instant());
  }

  /** Whether its last day is past. */
  public boolean isOver(LocalDate today) {
    return today.isAfter(until);
  }

  /** What a person is told, from 30 days before its end on, in Japanese. */
  public Optional<String> line(LocalDate today) {
    long left = ChronoUnit.DAYS.between(today, until);
    if (left < 0) {
      return Optional.of("網への登録は %s で終わりました。中央に更新(renew)を頼み、新しい登録の束を置いてください。".formatted(until));
    }
    return left > TOLD_BEFORE_DAYS
        ? Optional.empty()
        : Optional.of("網への登録は %s で終わります。中央に更新(renew)を頼み、新しい登録の束を置いてください。".formatted(until));
  }
}
