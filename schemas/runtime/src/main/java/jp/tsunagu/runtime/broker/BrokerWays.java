package jp.tsunagu.runtime.broker;

import java.util.Map;

/**
 * The ways by which this process reaches the broker, each by where its setting stands: one for most
 * services, one for each set of credentials where a process hosts several agencies.
 */
@FunctionalInterface
public interface BrokerWays {

  /** The way that {@code spring.kafka} tells, and no other. */
  BrokerWays ONE = common -> Map.of("spring.kafka", common);

  /**
   * All ways, at least one, by the setting to look at when it is closed.
   *
   * @param common the way that {@code spring.kafka} tells
   */
  Map<String, BrokerAccess> over(BrokerAccess common);
}
