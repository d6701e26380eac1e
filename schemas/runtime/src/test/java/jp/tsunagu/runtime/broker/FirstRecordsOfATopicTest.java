package jp.tsunagu.runtime.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

class FirstRecordsOfATopicTest {

  private static final int ROUNDS = 10;
  private static final int TOPICS = 10;
  private static final int PARTITIONS = 6;
  private static final int RECORDS = 10;

  private final EmbeddedBroker server = EmbeddedBroker.shared();
  private final String network = server.newNetwork("first-records").value();
  private final BrokerAccess broker = BrokerAccess.plain("test", server.bootstrapServers());

  @Test
  void what_is_sent_to_a_topic_the_moment_it_was_made_arrives() throws Exception {
    var producers = broker.producers("test", Map.of("linger.ms", 0, "batch.size", 0));
    try (Admin admin = broker.admin("test")) {
      for (int round = 0; round < ROUNDS; round++) {
        arrivesAtOnce(admin, producers.createProducer(), names(round));
      }
    } finally {
      producers.destroy();
    }
  }

  private List<String> names(int round) {
    return IntStream.range(0, TOPICS).mapToObj(i -> network + "." + round + "-" + i).toList();
  }

  private static void arrivesAtOnce(
      Admin admin, Producer<byte[], byte[]> producer, List<String> topics) throws Exception {
    admin
        .createTopics(
            topics.stream().map(name -> new NewTopic(name, PARTITIONS, (short) 1)).toList())
        .all()
        .get();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (String topic : topics) {
      for (int record = 0; record < RECORDS * PARTITIONS; record++) {
        byte[] value = Integer.toString(record).getBytes(UTF_8);
        sent.add(producer.send(new ProducerRecord<>(topic, record % PARTITIONS, null, value)));
      }
    }
    for (Future<RecordMetadata> each : sent) {
      assertThat(each.get(SOON.toSeconds(), TimeUnit.SECONDS).hasOffset()).isTrue();
    }
  }
}
