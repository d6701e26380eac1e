package jp.tsunagu.gateway.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import jp.tsunagu.contract.message.RefusalCode;

/**
 * Counts what the gateway does. Labels are codes only: no case, no person, no id. Anybody can read
 * them, so what happens in a protected case is not counted.
 */
public final class GatewayMetrics {

  private static final String COMMANDS = "tsunagu.gateway.commands";

  private final MeterRegistry registry;

  /** Counts into this registry. */
  public GatewayMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void accepted(String command, Instant enteredAt, Instant now) {
    registry.counter(COMMANDS, "outcome", "accepted", "command", command, "code", "").increment();
    Duration age = Duration.between(enteredAt, now);
    registry.timer("tsunagu.gateway.command.age").record(age.isNegative() ? Duration.ZERO : age);
  }

  /** What has no time of its own. */
  void passedOn(String command) {
    registry.counter(COMMANDS, "outcome", "accepted", "command", command, "code", "").increment();
  }

  void refused(String command, RefusalCode code) {
    registry
        .counter(COMMANDS, "outcome", "refused", "command", command, "code", code.name())
        .increment();
  }

  void repeated(String command) {
    registry.counter(COMMANDS, "outcome", "repeated", "command", command, "code", "").increment();
  }

  void deadLetter(String reason) {
    registry.counter("tsunagu.gateway.dead.letters", "reason", reason).increment();
  }

  void timer(boolean effective) {
    registry
        .counter("tsunagu.gateway.timers", "effective", Boolean.toString(effective))
        .increment();
  }

  void fault(String where) {
    registry.counter("tsunagu.gateway.faults", "where", where).increment();
  }

  void undelivered() {
    registry.counter("tsunagu.gateway.undelivered").increment();
  }

  void key(String announcement) {
    registry.counter("tsunagu.gateway.keys", "announcement", announcement).increment();
  }

  /** A wish about the register, and what became of it. */
  void register(String wish, String outcome) {
    registry.counter("tsunagu.gateway.register", "wish", wish, "outcome", outcome).increment();
  }

  void streamThreadReplaced() {
    registry.counter("tsunagu.gateway.stream.threads.replaced").increment();
  }
}
