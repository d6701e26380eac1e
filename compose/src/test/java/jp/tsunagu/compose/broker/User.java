package jp.tsunagu.compose.broker;

import static jp.tsunagu.contract.testing.Patience.SOON;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import jp.tsunagu.contract.testing.MadeTopics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Somebody who tries things at a broker with ordinary clients: each says whether it was let. */
final class User implements AutoCloseable {
  private static final byte[] BYTES = {1};

  private final Map<String, Object> settings;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Admin admin;

  /** With these settings of Kafka's own it comes and logs in. */
  User(Map<String, Object> settings) {
    this.settings = Map.copyOf(settings);
    producer = producer(Map.of());
    consumer = consumer(Map.of());
    admin = Admin.create(this.settings);
  }

  private KafkaProducer<byte[], byte[]> producer(Map<String, String> more) {
    return new KafkaProducer<>(with(more), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private KafkaConsumer<byte[], byte[]> consumer(Map<String, String> more) {
    var bytes = new ByteArrayDeserializer();
    return new KafkaConsumer<>(with(more), bytes, bytes);
  }

  private Map<String, Object> with(Map<String, String> more) {
    var all = new HashMap<>(settings);
    all.putAll(more);
    return all;
  }

  boolean writes(String topic) throws Exception {
    return isAllowed(() -> producer.send(new ProducerRecord<>(topic, BYTES, BYTES)).get());
  }

  /** The topic must hold a record in its first partition. */
  boolean reads(String topic) throws Exception {
    var partition = new TopicPartition(topic, 0);
    consumer.assign(List.of(partition));
    consumer.seek(partition, 0);
    return isAllowed(
        () -> {
          for (var until = System.nanoTime() + SOON.toNanos(); System.nanoTime() < until; ) {
            if (!consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
              return true;
            }
          }
          throw new AssertionError(topic + " gave nothing");
        });
  }

  /** Whether it keeps a place in the group, of a topic that it reads. */
  boolean belongsTo(String group, String topic) throws Exception {
    try (var member = consumer(Map.of("group.id", group))) {
      return isAllowed(() -> member.committed(Set.of(new TopicPartition(topic, 0))));
    }
  }

  /** Whether it begins transactions under this name. */
  boolean transacts(String name) throws Exception {
    try (var writer = producer(Map.of("transactional.id", name))) {
      return isAllowed(
          () -> {
            writer.initTransactions();
            return true;
          });
    }
  }

  boolean creates(String topic) throws Exception {
    return isAllowed(
        () -> {
          MadeTopics.make(admin, new NewTopic(topic, 1, (short) 1));
          return true;
        });
  }

  boolean deletes(String topic) throws Exception {
    return isAllowed(() -> admin.deleteTopics(List.of(topic)).all().get());
  }

  /** Whether it has the topic keep its records for another time. */
  boolean changes(String topic) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    var change = new AlterConfigOp(new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET);
    return isAllowed(
        () -> admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get());
  }

  /** Whether it is told who may do what. */
  boolean seesRights() throws Exception {
    return isAllowed(() -> admin.describeAcls(AclBindingFilter.ANY).values().get());
  }

  /** The topics it is told of. */
  Set<String> topics() throws Exception {
    return admin.listTopics().names().get();
  }

  private static boolean isAllowed(Callable<?> attempt) throws Exception {
    try {
      attempt.call();
      return true;
    } catch (Exception failed) {
      for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
        if (cause instanceof AuthorizationException) {
          return false;
        }
      }
      throw failed;
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    consumer.close();
    admin.close(Duration.ZERO);
  }
}
