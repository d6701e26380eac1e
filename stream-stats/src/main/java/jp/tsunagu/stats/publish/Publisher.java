package jp.tsunagu.stats.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.report.Window.Range;
import jp.tsunagu.stats.view.Answer.Found;
import jp.tsunagu.stats.view.FigureView;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes the caseload on {@code <network>.stats.caseload.v1} as JSON, a record per dimension,
 * only what changed, small cells suppressed; and refreshes the metrics. Repeating a record changes
 * nothing, so that several instances may publish the same. The one topic it writes it also creates.
 */
public final class Publisher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  private final String brokers;
  private final Topic topic;
  private final int replicationFactor;
  private final Duration interval;
  private final FigureView view;
  private final FigureGauges gauges;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, byte[]> published = new HashMap<>();
  private @Nullable ScheduledExecutorService rounds;
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  /** A publisher that has not begun. */
  public Publisher(
      String brokers,
      NetworkId network,
      int replicationFactor,
      Duration interval,
      FigureView view,
      FigureGauges gauges) {
    this.brokers = brokers;
    this.topic = new Topics(network).stats("caseload");
    this.replicationFactor = replicationFactor;
    this.interval = interval;
    this.view = view;
    this.gauges = gauges;
  }

  /** Begins with its rounds, unless the interval is zero. */
  public synchronized void start() {
    if (rounds == null && !interval.isZero()) {
      ScheduledExecutorService executor =
          Executors.newSingleThreadScheduledExecutor(
              work -> Thread.ofPlatform().name("stats-publisher").daemon().unstarted(work));
      rounds = executor;
      var _ =
          executor.scheduleWithFixedDelay(
              this::round, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void round() {
    try {
      gauges.refresh();
      if (view.buckets(Range.now()) instanceof Found<Map<BucketKey, Bucket>>(var now)) {
        publish(now);
      }
    } catch (KafkaException | ExecutionException notNow) {
      LOG.warn("results were not published: {}", notNow.getClass().getSimpleName());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish(Map<BucketKey, Bucket> now) throws ExecutionException, InterruptedException {
    KafkaProducer<byte[], byte[]> out = producer();
    Set<String> gone = new HashSet<>(published.keySet());
    now.forEach(
        (key, bucket) -> {
          String code = key.dimension().code();
          gone.remove(code);
          byte[] value = json.writeValueAsBytes(PublishedCaseload.of(key.dimension(), bucket));
          if (!Arrays.equals(value, published.put(code, value))) {
            send(out, code, value);
          }
        });
    for (String code : gone) {
      published.remove(code);
      send(out, code, null);
    }
  }

  private void send(KafkaProducer<byte[], byte[]> out, String code, byte @Nullable [] value) {
    byte[] key = code.getBytes(StandardCharsets.UTF_8);
    var _ =
        out.send(
            new ProducerRecord<>(topic.name(), key, value),
            (_, failed) -> {
              if (failed != null) {
                LOG.warn("a result was not published: {}", failed.getClass().getSimpleName());
              }
            });
  }

  private KafkaProducer<byte[], byte[]> producer() throws ExecutionException, InterruptedException {
    KafkaProducer<byte[], byte[]> current = producer;
    if (current == null) {
      create();
      current =
          new KafkaProducer<>(
              Map.of(
                  ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                  brokers,
                  ProducerConfig.MAX_BLOCK_MS_CONFIG,
                  10_000),
              new ByteArraySerializer(),
              new ByteArraySerializer());
      producer = current;
    }
    return current;
  }

  private void create() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      NewTopic wanted =
          new NewTopic(topic.name(), 1, (short) replicationFactor).configs(topic.configuration());
      admin.createTopics(List.of(wanted)).all().get();
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof TopicExistsException)) {
        throw failed;
      }
    }
  }

  @Override
  public synchronized void close() {
    if (rounds != null) {
      rounds.shutdownNow();
    }
    if (producer != null) {
      producer.close(Duration.ofSeconds(2));
    }
  }
}
