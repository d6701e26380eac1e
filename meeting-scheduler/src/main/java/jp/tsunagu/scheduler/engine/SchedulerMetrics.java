package jp.tsunagu.scheduler.engine;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what the engine does. Labels are codes only. */
final class SchedulerMetrics {

  private final MeterRegistry registry;

  SchedulerMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void event(String type) {
    registry.counter("tsunagu.scheduler.events", "type", type).increment();
  }

  void asked(String command) {
    registry.counter("tsunagu.scheduler.asked", "command", command).increment();
  }

  void refused(String code) {
    registry.counter("tsunagu.scheduler.refused", "code", code).increment();
  }

  void deadLetter(String reason) {
    registry.counter("tsunagu.scheduler.dead.letters", "reason", reason).increment();
  }

  void streamThreadReplaced() {
    registry.counter("tsunagu.scheduler.stream.threads.replaced").increment();
  }
}
