package jp.tsunagu.runtime.directory;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.FollowedTopic;
import jp.tsunagu.runtime.broker.RecordSink;
import jp.tsunagu.runtime.broker.Standing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.health.contributor.Health;

/**
 * The network's directory, read from its beginning and followed for as long as the service runs:
 * who takes part and by which settings. A record that cannot be read stops nobody ({@link
 * #unreadableKeys}); brokers that are away are tried again.
 */
public final class FollowedDirectory implements Supplier<NetworkDirectory>, AutoCloseable {

  private final ReadDirectory read;
  private final DirectoryListener listener;
  private final FollowedTopic topic;
  private final CountDownLatch caughtUp = new CountDownLatch(1);

  /** Not started yet; what it learns of newer schemas it teaches this codec. */
  public FollowedDirectory(Topics topics, BrokerAccess broker, Codec codec) {
    this(topics, broker, codec, DirectoryListener.NONE);
  }

  /** The same with somebody who is told of changes. */
  public FollowedDirectory(
      Topics topics, BrokerAccess broker, Codec codec, DirectoryListener listener) {
    this.read = new ReadDirectory(codec);
    this.listener = listener;
    this.topic = new FollowedTopic(topics.directory().name(), broker, new Sink());
  }

  /** Begins to read; the topic need not exist yet. A second call changes nothing. */
  public void start() {
    topic.start();
  }

  /** The directory as read so far. */
  @Override
  public NetworkDirectory get() {
    return read.get();
  }

  /** All records by key, as read so far. */
  public Map<String, DirectoryRecord> records() {
    return read.get().records();
  }

  /**
   * The keys whose newest record cannot be read, be it of a newer kind; what they said before
   * holds.
   */
  public Set<String> unreadableKeys() {
    Set<String> keys = new TreeSet<>(read.unreadableKeys());
    keys.addAll(read.newerKeys());
    return Collections.unmodifiableSet(keys);
  }

  /** Whether everything that stood on the topic at the start has been read, once. */
  public boolean isCaughtUp() {
    return caughtUp.getCount() == 0;
  }

  /** Waits until everything that stood on the topic at the start has been read and told. */
  public boolean awaitCaughtUp(Duration patience) throws InterruptedException {
    return caughtUp.await(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Whether it is read to its end at this moment and holds the network's settings. */
  public boolean isFollowed() {
    return isCaughtUp()
        && topic.standing() instanceof Standing.Following
        && get().settings().isPresent();
  }

  /** Out of service while it is not followed or was never published; tells how it stands. */
  public Health health() {
    Health.Builder health = isFollowed() ? Health.up() : Health.outOfService();
    return health
        .withDetail(topic.topic(), topic.standing().inWords())
        .withDetail("unreadable", read.unreadableKeys())
        .withDetail(NewerRecord.NEW_LABEL, read.newerKeys())
        .build();
  }

  @Override
  public void close() {
    topic.close();
  }

  /** Tells of a change once everything up to it was read, and again until it was heard. */
  private final class Sink implements RecordSink {

    private boolean told;

    @Override
    public void accept(ConsumerRecord<byte[], byte[]> record) {
      told = false;
      read.read(record.key(), record.value());
    }

    @Override
    public void upToDate() {
      if (!told) {
        listener.directoryChanged(read.get(), unreadableKeys());
        told = true;
        caughtUp.countDown();
      }
    }
  }
}
