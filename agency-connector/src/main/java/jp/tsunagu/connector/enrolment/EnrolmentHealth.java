package jp.tsunagu.connector.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagu.runtime.broker.SteadyWork;
import jp.tsunagu.runtime.enrolment.Term;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Until when the agency is enrolled: from 30 days before its end health and, once a day, the log
 * ask for the next bundle; after it, health is DOWN.
 */
final class EnrolmentHealth implements HealthIndicator, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EnrolmentHealth.class);
  private static final Duration LOOK = Duration.ofHours(1);

  private final LocalDate until;
  private final Clock clock;
  private final SteadyWork looks = new SteadyWork("enrolment", this::tell);
  private Optional<LocalDate> told = Optional.empty();

  EnrolmentHealth(LocalDate until, Clock clock) {
    this.until = until;
    this.clock = clock;
  }

  void start() {
    looks.start();
  }

  private Duration tell() {
    LocalDate today = Term.today(clock);
    if (!told.equals(Optional.of(today))) {
      new Term(until).line(today).ifPresent(LOG::warn);
      told = Optional.of(today);
    }
    return LOOK;
  }

  @Override
  public Health health() {
    LocalDate today = Term.today(clock);
    Term term = new Term(until);
    Health.Builder health = term.isOver(today) ? Health.down() : Health.up();
    health.withDetail("until", until.toString());
    term.line(today).ifPresent(line -> health.withDetail("line", line));
    return health.build();
  }

  @Override
  public void close() {
    looks.close();
  }
}
