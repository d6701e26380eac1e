package jp.tsunagu.connector.directory.kafka;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import jp.tsunagu.connector.agency.StopSign;
import jp.tsunagu.connector.directory.LiveDirectory;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.directory.ReadDirectory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the directory topic from its beginning and then follows it. Used by one thread. */
final class DirectoryReader {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryReader.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final ReadDirectory read;
  private final LiveDirectory directory;
  private final CountDownLatch caughtUp;

  DirectoryReader(
      Consumer<byte[], byte[]> consumer,
      String topic,
      Codec codec,
      LiveDirectory directory,
      CountDownLatch caughtUp) {
    this.consumer = consumer;
    this.topic = topic;
    this.read = new ReadDirectory(codec);
    this.directory = directory;
    this.caughtUp = caughtUp;
  }

  /** Reads until it is to end, or the broker is away for long. */
  void run(StopSign stop) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    boolean complete = false;
    while (!stop.isRaised()) {
      ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
      polled.forEach(record -> read.read(record.key(), record.value()));
      boolean first = !complete && ends.entrySet().stream().allMatch(this::isReached);
      complete = complete || first;
      if (complete && (first || !polled.isEmpty())) {
        takeOver();
      }
      if (first) {
        LOG.info("directory read: {} records", read.records().size());
        caughtUp.countDown();
      }
    }
  }

  private boolean isReached(Map.Entry<TopicPartition, Long> end) {
    return consumer.position(end.getKey()) >= end.getValue();
  }

  /** Once all of the topic was read: what it does not hold any more is gone. */
  private void takeOver() {
    Set<String> held = new HashSet<>(read.records().keySet());
    held.addAll(read.unreadableKeys());
    directory.apply(read.records().values(), List.of());
    directory.keepOnly(held);
  }
}
