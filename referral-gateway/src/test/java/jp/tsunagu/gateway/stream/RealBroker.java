package jp.tsunagu.gateway.stream;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import jp.tsunagu.contract.testing.MadeTopics;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.gateway.testing.CityFile;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A network on the broker of all tests, with what a connector would do there. */
final class RealBroker implements AutoCloseable {
  final EmbeddedBroker broker = EmbeddedBroker.shared();
  final NetworkId network = broker.newNetwork("city");
  final Topics topics = new Topics(network);

  /** What a gateway of this network is started with. */
  final Path networkFile = CityFile.of(network);

  final Codec codec = Codec.standard();
  final Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", broker.bootstrapServers()),
          new ByteArraySerializer(),
          new ByteArraySerializer());

  NetworkConfiguration configuration() {
    return CityFile.configuration(network);
  }

  /** Waits until the command stands in the outbox, in its own partition. */
  void send(AgencyId sender, CaseCommand command) {
    send(sender, null, command);
  }

  void sendTo(AgencyId sender, int partition, CaseCommand command) {
    send(sender, partition, command);
  }

  private void send(AgencyId sender, @Nullable Integer partition, CaseCommand command) {
    byte[] value = codec.encode((Record) command);
    put(topics.outbox(sender), partition, command.header().caseId().toString(), value);
  }

  /** Waits until these bytes stand in the topic, in the partition of their key. */
  void put(Topic topic, String key, byte[] value) {
    put(topic, null, key, value);
  }

  private void put(Topic topic, @Nullable Integer partition, String key, byte[] value) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    try {
      producer
          .send(new ProducerRecord<>(topic.name(), partition, bytes, value))
          .get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void create(Topic topic, int partitions) {
    MadeTopics.make(
        admin, new NewTopic(topic.name(), partitions, (short) 1).configs(topic.configuration()));
  }

  void delete(Topic topic) throws ExecutionException, InterruptedException {
    admin.deleteTopics(List.of(topic.name())).all().get();
  }

  /** Every committed record of the topic that stands there now. */
  List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "isolation.level",
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  <T> List<T> read(Topic topic, Class<T> type) {
    return records(topic).stream()
        .map(record -> codec.decode(record.value()))
        .filter(Decoded.Readable.class::isInstance)
        .map(decoded -> ((Decoded.Readable) decoded).value())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
    broker.close();
  }
}
