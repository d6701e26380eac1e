package jp.tsunagu.connector.directory.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import jp.tsunagu.connector.agency.StopSign;
import jp.tsunagu.connector.directory.LiveDirectory;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the directory topic from its beginning and then follows it. Used by one thread.
 *
 * <p>A record whose schema is not known yet is tried again whenever a schema was learned.
 */
final class DirectoryReader {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryReader.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final Codec codec;
  private final LiveDirectory directory;
  private final CountDownLatch caughtUp;
  private final Set<String> keysSeen = new HashSet<>();
  private final List<byte[]> unreadable = new ArrayList<>();

  DirectoryReader(
      Consumer<byte[], byte[]> consumer,
      String topic,
      Codec codec,
      LiveDirectory directory,
      CountDownLatch caughtUp) {
    this.consumer = consumer;
    this.topic = topic;
    this.codec = codec;
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
      take(consumer.poll(POLL));
      if (!complete && ends.entrySet().stream().allMatch(this::isReached)) {
        complete = true;
        directory.keepOnly(keysSeen);
        LOG.info("directory read: {} records", keysSeen.size());
        caughtUp.countDown();
      }
    }
  }

  private boolean isReached(Map.Entry<TopicPartition, Long> end) {
    return consumer.position(end.getKey()) >= end.getValue();
  }

  private void take(ConsumerRecords<byte[], byte[]> polled) {
    Map<String, DirectoryRecord> newer = new HashMap<>();
    Set<String> gone = new HashSet<>();
    for (ConsumerRecord<byte[], byte[]> record : polled) {
      String key = new String(record.key(), StandardCharsets.UTF_8);
      if (record.value() == null) {
        newer.remove(key);
        keysSeen.remove(key);
        gone.add(key);
      } else {
        read(record.value(), newer, gone);
      }
    }
    directory.apply(newer.values(), gone);
  }

  private void read(byte[] content, Map<String, DirectoryRecord> newer, Set<String> gone) {
    switch (codec.decode(content)) {
      case Decoded.Readable(DirectoryRecord record) -> {
        newer.put(record.key(), record);
        gone.remove(record.key());
        keysSeen.add(record.key());
        if (record instanceof DirectoryRecord.SchemaEntry entry) {
          learn(entry, newer, gone);
        }
      }
      case Decoded.Readable(Object other) ->
          LOG.error("unexpected {} on the directory topic", other.getClass().getSimpleName());
      case Decoded.Unreadable(var reason) -> {
        LOG.warn("a directory record cannot be read yet: {}", reason);
        unreadable.add(content);
      }
    }
  }

  private void learn(
      DirectoryRecord.SchemaEntry entry, Map<String, DirectoryRecord> newer, Set<String> gone) {
    codec.learn(entry);
    List<byte[]> again = List.copyOf(unreadable);
    unreadable.clear();
    again.forEach(content -> read(content, newer, gone));
  }
}
