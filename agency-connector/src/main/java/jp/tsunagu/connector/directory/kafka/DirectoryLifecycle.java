package jp.tsunagu.connector.directory.kafka;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.Workers;
import jp.tsunagu.connector.directory.LiveDirectory;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.broker.BrokerAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts following the directory before anything else; a start waits for it only for a while. */
@Component
final class DirectoryLifecycle implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryLifecycle.class);

  private final ConnectorProperties properties;
  private final BrokerAccess broker;
  private final Codec codec;
  private final LiveDirectory directory;
  private final Workers workers = new Workers();

  DirectoryLifecycle(
      ConnectorProperties properties,
      BrokerAccess broker,
      HostedAgencies agencies,
      Codec codec,
      LiveDirectory directory) {
    this.properties = properties;
    this.broker = broker.with(agencies.all().getFirst().kafka());
    this.codec = codec;
    this.directory = directory;
  }

  @Override
  public void start() {
    CountDownLatch caughtUp = new CountDownLatch(1);
    String topic = new Topics(properties.network()).directory().name();
    workers.start("directory", new DirectoryFollower(broker, topic, codec, directory, caughtUp));
    long atMost = properties.connector().directoryWait().toMillis();
    try {
      if (!caughtUp.await(atMost, TimeUnit.MILLISECONDS)) {
        LOG.warn("the directory could not be read yet; starting with the last snapshot");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    workers.stop(Duration.ofSeconds(2));
  }

  @Override
  public boolean isRunning() {
    return workers.isRunning();
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
