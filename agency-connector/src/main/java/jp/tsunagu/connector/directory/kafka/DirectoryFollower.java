package jp.tsunagu.connector.directory.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import jp.tsunagu.connector.agency.StopSign;
import jp.tsunagu.connector.agency.Workers;
import jp.tsunagu.connector.directory.LiveDirectory;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.broker.BrokerAccess;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Follows the directory topic; while the broker is away it tries again and again. */
final class DirectoryFollower implements Workers.Work {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryFollower.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Map<String, Object> SETTINGS =
      Map.of(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);

  private final BrokerAccess broker;
  private final String topic;
  private final Codec codec;
  private final LiveDirectory directory;
  private final CountDownLatch caughtUp;
  private final StopSign stop = new StopSign();
  private volatile @Nullable Consumer<byte[], byte[]> inUse;

  DirectoryFollower(
      BrokerAccess broker,
      String topic,
      Codec codec,
      LiveDirectory directory,
      CountDownLatch caughtUp) {
    this.broker = broker;
    this.topic = topic;
    this.codec = codec;
    this.directory = directory;
    this.caughtUp = caughtUp;
  }

  @Override
  public void run() {
    while (!stop.isRaised()) {
      try (Consumer<byte[], byte[]> consumer = broker.consumer("directory", SETTINGS)) {
        inUse = consumer;
        new DirectoryReader(consumer, topic, codec, directory, caughtUp).run(stop);
      } catch (KafkaException | DataAccessException e) {
        pause(e);
      } finally {
        inUse = null;
      }
    }
  }

  private void pause(RuntimeException e) {
    if (!stop.isRaised()) {
      LOG.warn("the directory cannot be read: {}", e.getClass().getSimpleName());
      stop.rest(PAUSE);
    }
  }

  @Override
  public void stop() {
    stop.raise();
    abort();
  }

  @Override
  public void abort() {
    Consumer<byte[], byte[]> consumer = inUse;
    if (consumer != null) {
      consumer.wakeup();
    }
  }
}
