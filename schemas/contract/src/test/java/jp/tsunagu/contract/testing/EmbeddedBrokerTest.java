package jp.tsunagu.contract.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.contract.id.NetworkId;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
  private static final String TOPIC = "letters";
  private static final int ROUNDS = 40;
  private static final int PARTITIONS = 6;

  @Test
  void a_producer_goes_on_when_the_broker_comes_back_on_its_port_with_its_data() throws Exception {
    try (var broker = EmbeddedBroker.start();
        var producer = producer(broker)) {
      broker.make(new NewTopic(TOPIC, 1, (short) 1));
      producer.send(new ProducerRecord<>(TOPIC, "before")).get();
      broker.stop();
      var meanwhile = producer.send(new ProducerRecord<>(TOPIC, "meanwhile"));
      assertThat(meanwhile.isDone()).isFalse();
      broker.restart();
      meanwhile.get();
      assertThat(read(broker, 2)).containsExactly("before", "meanwhile");
    }
  }

  @Test
  void a_kept_directory_keeps_its_topics_for_the_next_broker(@TempDir Path directory)
      throws Exception {
    try (var broker = EmbeddedBroker.start(directory);
        var producer = producer(broker)) {
      broker.make(new NewTopic(TOPIC, 1, (short) 1));
      producer.send(new ProducerRecord<>(TOPIC, "kept")).get();
    }
    try (var broker = EmbeddedBroker.start(directory)) {
      assertThat(read(broker, 1)).containsExactly("kept");
    }
  }

  @Test
  void transactions_work_and_an_own_directory_is_gone_after_closing() throws Exception {
    var broker = EmbeddedBroker.start();
    try (broker;
        var producer = transactionalProducer(broker)) {
      broker.make(new NewTopic(TOPIC, 1, (short) 1));
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(TOPIC, "committed")).get();
      producer.commitTransaction();
      assertThat(read(broker, 1)).containsExactly("committed");
    }
    assertThat(broker.isRunning()).isFalse();
    assertThat(Files.exists(broker.dataDirectory())).isFalse();
  }

  @Test
  void the_shared_broker_outlives_who_uses_it_and_gives_each_a_network_of_its_own()
      throws Exception {
    NetworkId first;
    try (var broker = EmbeddedBroker.shared()) {
      first = broker.newNetwork("city");
      assertThatThrownBy(broker::stop).isInstanceOf(IllegalStateException.class);
    }
    var again = EmbeddedBroker.shared();
    assertThat(again.isRunning()).isTrue();
    assertThat(again.newNetwork("city")).isNotEqualTo(first);
    try (var admin = Admin.create(Map.of("bootstrap.servers", again.bootstrapServers()))) {
      assertThat(admin.describeCluster().nodes().get()).hasSize(1);
    }
  }

  @Test
  void a_topic_that_was_made_can_be_asked_about_at_once() throws Exception {
    var broker = EmbeddedBroker.shared();
    var network = broker.newNetwork("made");
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      for (var round = 0; round < ROUNDS; round++) {
        var name = network + "." + round;
        MadeTopics.make(admin, new NewTopic(name, PARTITIONS, (short) 1));
        var described = admin.describeTopics(List.of(name)).allTopicNames().get().get(name);
        assertThat(Objects.requireNonNull(described).partitions()).hasSize(PARTITIONS);
      }
    }
  }

  private static KafkaProducer<String, String> producer(EmbeddedBroker broker) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers", broker.bootstrapServers(), "metadata.recovery.strategy", "none"),
        new StringSerializer(),
        new StringSerializer());
  }

  private static KafkaProducer<String, String> transactionalProducer(EmbeddedBroker broker) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "one"),
        new StringSerializer(),
        new StringSerializer());
  }

  private static List<String> read(EmbeddedBroker broker, int count) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
    var deserializer = new StringDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, deserializer, deserializer)) {
      var partition = new TopicPartition(TOPIC, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      var values = new ArrayList<String>();
      for (var attempt = 0; values.size() < count && attempt < 20; attempt++) {
        consumer.poll(Duration.ofSeconds(1)).forEach(message -> values.add(message.value()));
      }
      return values;
    }
  }
}
