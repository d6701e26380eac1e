package jp.tsunagu.compose.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.run.RunningService;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.compose.waiting.Rest;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.TopicToItsEnd;
import org.apache.kafka.common.TopicPartition;

/**
 * How fast the gateway decides where nothing else runs but the broker: commands pile up in the
 * outboxes while it is stopped, then everybody who would read what it writes is stopped, and it is
 * started. Its rate is taken from the times of the first and the last event, so that no start is in
 * it. Afterwards the network lies still: this comes last.
 */
final class GatewayAlone {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final SingleMachine machine;
  private final BrokerAccess broker;
  private final TopicEnds ends;
  private final String ledger = new Topics(SampleCity.NETWORK).ledger().name();

  GatewayAlone(SingleMachine machine, BrokerAccess broker, TopicEnds ends) {
    this.machine = machine;
    this.broker = broker;
    this.ends = ends;
  }

  /** What submits so many referrals and waits for none of them. */
  interface Submitting {
    void submit(int count);
  }

  /** Commands a second. */
  double run(int count, Submitting submitting) throws TimeoutException {
    ends.awaitQuiet();
    machine.gatewayService().stop();
    submitting.submit(count);
    ends.awaitQuiet();
    machine.statisticsService().ifPresent(RunningService::stop);
    machine.schedulerService().stop();
    machine.connectorService().stop();
    var before = ends.of(ledger::equals);
    machine.gatewayService().restart();
    return rate(before, count);
  }

  private double rate(Map<TopicPartition, Long> before, int count) throws TimeoutException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Rest.of(BETWEEN_LOOKS);
      if (grown(before) >= count) {
        var times = times(before);
        if (times.count >= count) {
          return (times.count - 1) * 1e3 / Math.max(1, times.last - times.first);
        }
      }
    }
    throw new TimeoutException("the gateway has not decided everything within " + PATIENCE);
  }

  private long grown(Map<TopicPartition, Long> before) {
    return ends.of(ledger::equals).entrySet().stream()
        .mapToLong(end -> end.getValue() - before.getOrDefault(end.getKey(), 0L))
        .sum();
  }

  /** When these events were decided, by the clock in milliseconds. */
  private record Times(int count, long first, long last) {
    Times with(long moment) {
      return new Times(count + 1, Math.min(first, moment), Math.max(last, moment));
    }
  }

  private Times times(Map<TopicPartition, Long> before) {
    var times = new Times[] {new Times(0, Long.MAX_VALUE, 0)};
    try (var consumer = broker.consumer("decided", Map.of())) {
      consumer.assign(before.keySet());
      before.forEach(consumer::seek);
      TopicToItsEnd.goOn(
          consumer,
          consumer.endOffsets(before.keySet()),
          message -> times[0] = times[0].with(message.timestamp()));
    }
    return times[0];
  }
}
