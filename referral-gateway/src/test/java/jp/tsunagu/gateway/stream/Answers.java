package jp.tsunagu.gateway.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads an inbox on and on and counts how often each command was accepted or refused. */
final class Answers implements AutoCloseable {
  private final Codec codec = Codec.standard();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<CommandId, Integer> accepted = new HashMap<>();
  private final Map<CommandId, Integer> refused = new HashMap<>();

  Answers(String brokers, Topic inbox) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(inbox.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  Map<CommandId, Integer> accepted() {
    read();
    return accepted;
  }

  Map<CommandId, Integer> refused() {
    read();
    return refused;
  }

  private void read() {
    consumer
        .poll(Duration.ofMillis(50))
        .forEach(
            record -> {
              Decoded decoded = codec.decode(record.value());
              if (decoded instanceof Decoded.Readable(CommandAccepted one)) {
                accepted.merge(one.commandId(), 1, Integer::sum);
              } else if (decoded instanceof Decoded.Readable(CommandRefused one)) {
                refused.merge(one.commandId(), 1, Integer::sum);
              }
            });
  }

  @Override
  public void close() {
    consumer.close();
  }
}
