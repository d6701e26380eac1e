package jp.tsunagu.gateway.directory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.directory.ReadDirectory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the directory topic from its beginning, for as long as the gateway runs. */
public final class DirectoryReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryReader.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Consumer<byte[], byte[]> consumer;
  private final TopicPartition partition;
  private final ReadDirectory directory;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean closing;

  private DirectoryReader(BrokerAccess broker, Topic topic, ReadDirectory directory) {
    this.consumer =
        broker.consumer("directory", Map.of(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000));
    this.partition = new TopicPartition(topic.name(), 0);
    this.directory = directory;
    this.thread = new Thread(this::readOn, "directory-reader");
  }

  /** Starts reading; the topic must exist. */
  public static DirectoryReader start(BrokerAccess broker, Topic topic, ReadDirectory directory) {
    DirectoryReader reader = new DirectoryReader(broker, topic, directory);
    reader.thread.setDaemon(true);
    reader.thread.start();
    return reader;
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
      LOG.debug("directory reader stops");
    }
  }

  private void readSome() {
    try {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        directory.read(record.key(), record.value());
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
