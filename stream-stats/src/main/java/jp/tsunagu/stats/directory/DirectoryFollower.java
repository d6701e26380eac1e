package jp.tsunagu.stats.directory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.directory.ReadDirectory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the directory topic from its beginning, for as long as this process runs. */
public final class DirectoryFollower implements Supplier<CityDirectory>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Consumer<byte[], byte[]> consumer;
  private final TopicPartition partition;
  private final ReadDirectory directory;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final Thread thread;
  private volatile CityDirectory snapshot = CityDirectory.EMPTY;
  private volatile boolean closing;

  private DirectoryFollower(BrokerAccess broker, Topic topic, Codec codec) {
    this.consumer =
        broker.consumer("directory", Map.of(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000));
    this.partition = new TopicPartition(topic.name(), 0);
    this.directory = new ReadDirectory(codec);
    this.thread = Thread.ofPlatform().daemon().name("stats-directory").unstarted(this::readOn);
  }

  /** Starts reading; what it learns of newer schemas it teaches this codec. */
  public static DirectoryFollower start(BrokerAccess broker, Topic topic, Codec codec) {
    DirectoryFollower follower = new DirectoryFollower(broker, topic, codec);
    follower.thread.start();
    return follower;
  }

  @Override
  public CityDirectory get() {
    return snapshot;
  }

  /** Waits until everything that stood on the topic at the start has been read. */
  public boolean awaitCaughtUp(Duration patience) throws InterruptedException {
    return caughtUp.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void readOn() {
    try (consumer) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      while (!closing) {
        readSome();
      }
    } catch (WakeupException stopping) {
      LOG.debug("directory follower stops");
    }
  }

  private void readSome() {
    try {
      var polled = consumer.poll(POLL);
      polled.forEach(record -> directory.read(record.key(), record.value()));
      if (!polled.isEmpty()) {
        snapshot = CityDirectory.of(directory.get());
      }
      if (caughtUp.getCount() > 0 && consumer.currentLag(partition).orElse(-1) == 0) {
        caughtUp.countDown();
      }
    } catch (WakeupException stopping) {
      throw stopping;
    } catch (KafkaException failed) {
      LOG.warn("directory topic could not be read: {}", failed.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
