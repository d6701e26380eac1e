package jp.tsunagu.runtime.aside;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.contract.topic.PersonalData;
import jp.tsunagu.contract.topic.Retention;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.FollowedTopic;
import jp.tsunagu.runtime.broker.GrowingPause;
import jp.tsunagu.runtime.broker.SteadyWork;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/**
 * A service's aside topic: what it put aside is written here before it is passed over, and what a
 * person decides before it takes effect. Every instance of the service follows it.
 */
public final class AsideTopic implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AsideTopic.class);
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int LARGEST = 2 << 20;

  private static final Map<String, Object> SETTINGS =
      Map.of(
          "max.request.size", LARGEST,
          "max.block.ms", PATIENCE_MILLIS,
          "request.timeout.ms", PATIENCE_MILLIS / 2,
          "delivery.timeout.ms", PATIENCE_MILLIS);

  private final String topic;
  private final BrokerAccess broker;
  private final InstantSource clock;
  private final AsideBook book = new AsideBook();
  private final Map<String, FollowedHolding<?>> holdings = new ConcurrentHashMap<>();
  private final FollowedTopic follower;
  private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
  private final SteadyWork rounds = new SteadyWork("aside", this::tryNewerAgain);
  private final GrowingPause pause =
      new GrowingPause(Duration.ofSeconds(2), Duration.ofSeconds(30));
  private long triedAt;

  /** The aside topic of this service, of which it is the only writer. */
  public AsideTopic(Topic topic, BrokerAccess broker, InstantSource clock) {
    this.topic = topic.name();
    this.broker = broker;
    this.clock = clock;
    this.follower = new FollowedTopic(topic.name(), broker, this::take);
    this.producers = broker.producers("aside", SETTINGS);
  }

  /** Begins to follow; holdings work before, but nothing is put aside until all is read. */
  public void start() {
    follower.start();
    rounds.start();
  }

  /** What was put aside and what was passed. */
  public AsideBook book() {
    return book;
  }

  /** How this topic itself is followed. */
  public FollowedTopic follower() {
    return follower;
  }

  /**
   * The holding of a topic that is read from its beginning at every start; one for each topic. In a
   * compacted topic the latest record of a key says all, elsewhere every record counts.
   *
   * @param type what is taken of all that the topic carries
   */
  public <T> FollowedHolding<T> holding(
      Topic source, Codec codec, Class<T> type, KeyRule<T> keys, Delivery<T> delivery) {
    boolean compacted = source.retention() instanceof Retention.Compacted;
    FollowedHolding<T> holding =
        new FollowedHolding<>(
            source.name(),
            CodecReader.of(codec, source, type, keys, new TopicPartitions(source.name(), broker)),
            compacted ? Meaning.THE_LATEST_COUNTS : Meaning.EVERY_RECORD_COUNTS,
            delivery,
            book,
            new Entries(source.personalData() == PersonalData.NONE),
            clock);
    holdings.put(source.name(), holding);
    return holding;
  }

  /**
   * Passes the record: nothing is taken in of it, and what waits behind it goes on.
   *
   * @return the record as it stands now; empty if none at this place is open
   */
  public Optional<AsideEntry> pass(Place place, PassReason reason) {
    return book.open(place).map(open -> written(open.passed(reason, clock.instant())));
  }

  /** Reads the record again; empty if none at this place is open. */
  public Optional<AsideEntry> tryAgain(Place place) {
    return book.open(place).map(open -> written(open.triedAgain(clock.instant())));
  }

  /** What is held now, for a person, by topic; nothing of what stands in the records. */
  public List<HeldTopic> held() {
    return holdings.values().stream()
        .map(each -> new HeldTopic(each.topic(), each.heldKeys(), each.boundPassed()))
        .toList();
  }

  private AsideEntry written(AsideEntry entry) {
    write(entry);
    return entry;
  }

  private void requireAllKnown() {
    if (!follower.isCaughtUp()) {
      throw new IllegalStateException(topic + " has not been read to its end yet");
    }
  }

  /** What a person passed is never opened again. */
  private void write(AsideEntry entry) {
    requireAllKnown();
    if (entry.isOpen() && book.isPassed(entry.place())) {
      return;
    }
    Producer<byte[], byte[]> producer = producers.createProducer();
    try {
      producer
          .send(new ProducerRecord<>(topic, AsideJson.key(entry), AsideJson.value(entry)))
          .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(topic + " could not be written to: stopping", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(topic + " could not be written to", e);
    } finally {
      producer.close();
    }
  }

  /** What is no entry of ours says nothing to anybody: it is told, and stops nothing. */
  private void take(ConsumerRecord<byte[], byte[]> record) {
    Optional<AsideEntry> read = book.read(record.key(), record.value());
    if (read.isEmpty()) {
      LOG.error("{} at {} is no record of this topic", topic, record.offset());
      return;
    }
    AsideEntry entry = read.get();
    FollowedHolding<?> holding = holdings.get(entry.place().topic());
    if (holding != null) {
      holding.decided(entry);
    }
  }

  /** Soon after something was put aside or settled, and then more and more rarely. */
  private Duration tryNewerAgain() {
    long now = book.version();
    if (now != triedAt) {
      pause.reset();
    }
    triedAt = now;
    holdings.values().forEach(FollowedHolding::tryNewerAgain);
    return pause.next();
  }

  private final class Entries implements AsideWriter {
    private final boolean keepsBytes;

    Entries(boolean keepsBytes) {
      this.keepsBytes = keepsBytes;
    }

    @Override
    public void write(AsideEntry entry) {
      AsideTopic.this.write(keepsBytes ? entry : entry.withoutBytes());
    }

    @Override
    public void requireAllKnown() {
      AsideTopic.this.requireAllKnown();
    }
  }

  @Override
  public void close() {
    rounds.close();
    follower.close();
    producers.destroy();
  }
}
