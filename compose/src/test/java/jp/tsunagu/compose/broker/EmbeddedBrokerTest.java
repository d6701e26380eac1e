package jp.tsunagu.compose.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.compose.run.Ports;
import jp.tsunagu.contract.testing.MadeTopics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
  private static final String TOPIC = "letters";

  @Test
  void what_one_run_wrote_the_next_run_reads(@TempDir Path directory) throws Exception {
    var port = Ports.anyFree().broker();
    try (var broker = EmbeddedBroker.start(directory, port)) {
      createTopic(broker);
      send(broker, "before");
      broker.stop();
      broker.restart();
      send(broker, "after");
    }
    try (var broker = EmbeddedBroker.start(directory, port)) {
      assertThat(read(broker, 2)).containsExactly("before", "after");
      assertThat(offsetsAreKeptForMinutes(broker)).isEqualTo("86400");
    }
  }

  private static String offsetsAreKeptForMinutes(EmbeddedBroker broker) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.BROKER, "1");
    try (var admin = admin(broker)) {
      var settings = admin.describeConfigs(List.of(resource)).values().get(resource);
      return Objects.requireNonNull(settings).get().get("offsets.retention.minutes").value();
    }
  }

  private static void createTopic(EmbeddedBroker broker) {
    try (var admin = admin(broker)) {
      MadeTopics.make(admin, new NewTopic(TOPIC, 1, (short) 1));
    }
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.copyOf(broker.ofItself()));
  }

  private static void send(EmbeddedBroker broker, String text) throws Exception {
    Map<String, Object> settings = Map.copyOf(broker.ofItself());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, text)).get();
    }
  }

  private static List<String> read(EmbeddedBroker broker, int count) {
    Map<String, Object> settings = Map.copyOf(broker.ofItself());
    var text = new StringDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, text, text)) {
      var partition = List.of(new TopicPartition(TOPIC, 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      var values = new ArrayList<String>();
      for (var attempt = 0; values.size() < count && attempt < 20; attempt++) {
        consumer.poll(Duration.ofSeconds(1)).forEach(message -> values.add(message.value()));
      }
      return values;
    }
  }
}
