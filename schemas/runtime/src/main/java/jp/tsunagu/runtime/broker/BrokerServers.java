package jp.tsunagu.runtime.broker;

import jp.tsunagu.runtime.start.CheckedAtStart;
import jp.tsunagu.runtime.start.Faults;
import org.springframework.core.env.Environment;

/** Whether an operator has said where the broker is: Boot would otherwise take localhost. */
record BrokerServers(Environment environment) implements CheckedAtStart {

  private static final String NAME = "spring.kafka.bootstrap-servers";

  @Override
  public void check(Faults faults) {
    String first = environment.getProperty(NAME + "[0]", "");
    faults.require(NAME, environment.getProperty(NAME, first), "Kafka のホスト名とポート", "localhost:9092");
  }
}
