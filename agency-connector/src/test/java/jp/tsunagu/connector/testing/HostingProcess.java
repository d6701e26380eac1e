package jp.tsunagu.connector.testing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;

/**
 * A connector in a process of its own that does nothing but its work, until it is killed.
 * Arguments: brokers, network id, JDBC URL, data directory, agencies.
 */
final class HostingProcess {

  private HostingProcess() {}

  /** Runs until the process is killed. */
  public static void main(String[] arguments) throws InterruptedException {
    var network = new TestNetwork.Address(arguments[0], new NetworkId(arguments[1]));
    AgencyId[] agencies =
        Arrays.stream(arguments).skip(4).map(AgencyId::new).toArray(AgencyId[]::new);
    try (TestConnector _ =
        TestConnector.start(network, arguments[2], Path.of(arguments[3]), agencies)) {
      new CountDownLatch(1).await();
    }
  }
}
