package jp.tsunagu.runtime.broker;

import java.util.Arrays;
import jp.tsunagu.runtime.start.CheckedAtStart;
import jp.tsunagu.runtime.start.Faults;
import org.apache.kafka.common.utils.Utils;
import org.springframework.core.env.Environment;

/** Whether an operator has said where the broker is: Boot would otherwise take localhost. */
record BrokerServers(Environment environment) implements CheckedAtStart {

  private static final String NAME = "spring.kafka.bootstrap-servers";

  @Override
  public void check(Faults faults) {
    String first = environment.getProperty(NAME + "[0]", "");
    String servers = environment.getProperty(NAME, first);
    if (faults.require(NAME, servers, "Kafka のホスト名とポート", "localhost:9092")
        && !Arrays.stream(servers.split(",", -1)).allMatch(server -> isAddress(server.strip()))) {
      faults.unusable(NAME, "ホスト名:ポートの形(複数はコンマで区切る)");
    }
  }

  private static boolean isAddress(String server) {
    return Utils.getHost(server) != null && Utils.getPort(server) != null;
  }
}
