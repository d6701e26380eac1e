package jp.tsunagu.runtime.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.runtime.start.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Watches the ways to the broker. A start is refused where every way is closed and only another
 * setting helps; a broker that is away is waited for. Later each way is tried anew in turn, one
 * every ten seconds (at most one a second where there are many): how it stands is told by health,
 * and once in the log when it changes.
 */
final class BrokerWatch implements HealthIndicator, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final List<ConnectionTry> ways = new ArrayList<>();
  private final Map<String, Connection> found = new ConcurrentHashMap<>();
  private final SteadyWork rounds = new SteadyWork("broker-watch", this::tryNext);
  private int next;

  BrokerWatch(Map<String, BrokerAccess> ways) {
    ways.forEach((setting, broker) -> this.ways.add(new ConnectionTry(broker, setting)));
  }

  /** Tries the ways until one is not closed; refuses the start where none is left. */
  void refuseIfClosed() {
    List<String> lines = new ArrayList<>();
    for (ConnectionTry way : ways) {
      Connection now = tried(way);
      if (now instanceof Connection.Refused(String line)) {
        lines.add(line);
      } else {
        tell(way, now);
        lines.forEach(LOG::error);
        return;
      }
    }
    throw StartRefused.because(lines);
  }

  void start() {
    rounds.start();
  }

  private Connection tried(ConnectionTry way) {
    try {
      Connection now = way.now();
      found.put(way.setting(), now);
      return now;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Connection.Reached();
    }
  }

  private Duration tryNext() {
    ConnectionTry way = ways.get(next);
    next = (next + 1) % ways.size();
    Connection before = found.getOrDefault(way.setting(), new Connection.Reached());
    Connection now = tried(way);
    if (!now.equals(before)) {
      tell(way, now);
    }
    Duration pause = ROUND.dividedBy(ways.size());
    return pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause;
  }

  private static void tell(ConnectionTry way, Connection now) {
    switch (now) {
      case Connection.Reached() -> LOG.info("Kafka({})に接続しました。", way.broker().servers());
      case Connection.Unreachable(String line) -> LOG.warn(line);
      case Connection.Refused(String line) -> LOG.error(line);
    }
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    found.forEach(
        (setting, connection) -> {
          switch (connection) {
            case Connection.Reached() -> {}
            case Connection.Unreachable(String line) -> health.down().withDetail(setting, line);
            case Connection.Refused(String line) -> health.down().withDetail(setting, line);
          }
        });
    return health.build();
  }

  @Override
  public void close() {
    rounds.close();
    ways.forEach(ConnectionTry::close);
  }
}
