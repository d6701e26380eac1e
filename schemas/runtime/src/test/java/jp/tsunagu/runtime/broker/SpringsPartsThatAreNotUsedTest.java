package jp.tsunagu.runtime.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import jp.tsunagu.contract.testing.MadeTopics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;

/** What would go wrong with the parts of Spring that decision 13 leaves out. */
class SpringsPartsThatAreNotUsedTest {

  private final EmbeddedBroker server = EmbeddedBroker.shared();
  private final String network = server.newNetwork("springs-parts").value();
  private final BrokerAccess broker = BrokerAccess.plain("test", server.bootstrapServers());

  @Test
  void its_admin_adds_partitions_to_a_live_topic_and_so_moves_keys_to_other_tasks()
      throws Exception {
    String topic = network + ".outbox";
    try (Admin admin = broker.admin("test")) {
      MadeTopics.make(admin, new NewTopic(topic, 3, (short) 1));
      new KafkaAdmin(Map.of("bootstrap.servers", server.bootstrapServers()))
          .createOrModifyTopics(new NewTopic(topic, 6, (short) 1));
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(admin.describeTopics(List.of(topic)).allTopicNames().get().values())
                      .extracting(described -> described.partitions().size())
                      .containsExactly(6));
    }
  }

  @Test
  void its_listener_container_reads_nothing_again_for_a_database_restored_from_a_backup()
      throws Exception {
    String topic = network + ".inbox";
    server.make(new NewTopic(topic, 1, (short) 1));
    List<String> rows = new CopyOnWriteArrayList<>();
    write(topic, "first", "second", "third");
    listen(topic, rows, 3);
    List<String> backup = new CopyOnWriteArrayList<>(rows.subList(0, 1));
    write(topic, "fourth");
    listen(topic, backup, 2);
    assertThat(backup)
        .as("second and third are lost without a word")
        .containsExactly("first", "fourth");
  }

  private void listen(String topic, List<String> rows, int untilThereAre) {
    ContainerProperties properties = new ContainerProperties(topic);
    properties.setGroupId(network);
    properties.setMessageListener((MessageListener<String, String>) row -> rows.add(row.value()));
    KafkaMessageListenerContainer<String, String> container =
        new KafkaMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<>(
                Map.of(
                    "bootstrap.servers",
                    server.bootstrapServers(),
                    "auto.offset.reset",
                    "earliest"),
                new StringDeserializer(),
                new StringDeserializer()),
            properties);
    container.start();
    await().atMost(SOON).until(() -> rows.size() >= untilThereAre);
    container.stop();
  }

  private void write(String topic, String... values) throws Exception {
    var producers = broker.producers("test", Map.of());
    for (String value : values) {
      producers.createProducer().send(new ProducerRecord<>(topic, value.getBytes(UTF_8))).get();
    }
    producers.destroy();
  }
}
