package jp.tsunagu.connector.directory.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.Signal;
import jp.tsunagu.connector.directory.LiveDirectory;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Follows the directory topic as long as the process runs; while the broker is away it tries again
 * and again. A start waits for it only for a while.
 */
@Component
final class DirectoryFollower implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryFollower.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ConnectorProperties properties;
  private final Map<String, Object> settings;
  private final Codec codec;
  private final LiveDirectory directory;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private volatile @Nullable Thread thread;

  DirectoryFollower(
      ConnectorProperties properties,
      HostedAgencies agencies,
      Codec codec,
      LiveDirectory directory) {
    this.properties = properties;
    this.settings = properties.clientSettings(agencies.all().getFirst());
    this.codec = codec;
    this.directory = directory;
    settings.put("isolation.level", "read_committed");
    settings.put("allow.auto.create.topics", "false");
    settings.put("enable.auto.commit", "false");
    settings.put("auto.offset.reset", "earliest");
    settings.put("default.api.timeout.ms", "5000");
  }

  @Override
  public void start() {
    thread = Thread.ofPlatform().daemon().name("directory").start(this::follow);
    try {
      if (!caughtUp.await(properties.connector().directoryWait().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("the directory could not be read yet; starting with the last snapshot");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() {
    Signal never = new Signal();
    while (!Thread.currentThread().isInterrupted()) {
      try (var consumer =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        String topic = new Topics(properties.network()).directory().name();
        new DirectoryReader(consumer, topic, codec, directory, caughtUp).run();
      } catch (InterruptException e) {
        return;
      } catch (KafkaException | DataAccessException e) {
        LOG.warn("the directory cannot be read: {}", e.getClass().getSimpleName());
        pause(never);
      }
    }
  }

  private static void pause(Signal never) {
    try {
      never.awaitBeyond(0, PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running == null) {
      return;
    }
    running.interrupt();
    try {
      running.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
