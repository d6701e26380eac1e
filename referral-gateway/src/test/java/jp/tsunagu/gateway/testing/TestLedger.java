package jp.tsunagu.gateway.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.GeneralView;
import jp.tsunagu.contract.testing.BadRecord;
import jp.tsunagu.contract.testing.MadeTopics;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes what the gateway's processor would have written: ledger and states in the general view,
 * protected cases whole.
 */
public final class TestLedger implements AutoCloseable {

  private static final int PARTITIONS = 6;
  private static final int DELIVERY_MILLIS = 20_000;

  private final NetworkId network;
  private final Topics topics;
  private final Codec codec = Codec.standard();
  private final String bootstrapServers;
  private final Producer<byte[], byte[]> producer;
  private final Map<CaseId, Long> written = new ConcurrentHashMap<>();

  public TestLedger(String bootstrapServers, NetworkId network) {
    this.network = network;
    this.topics = new Topics(network);
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "metadata.recovery.strategy",
                "none",
                "enable.idempotence",
                false,
                "delivery.timeout.ms",
                DELIVERY_MILLIS,
                "request.timeout.ms",
                DELIVERY_MILLIS / 2,
                "max.request.size",
                4 << 20),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Creates the shared topics. */
  public void createTopics() {
    List<NewTopic> wanted =
        Stream.of(
                topics.directory(),
                topics.caseState(),
                topics.protectedCases(),
                topics.ledger(),
                topics.aside(Party.GATEWAY))
            .map(
                topic ->
                    new NewTopic(topic.name(), topic.partitions().in(PARTITIONS), (short) 1)
                        .configs(topic.configuration()))
            .toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      MadeTopics.make(admin, wanted);
    }
  }

  /** Publishes the directory of the sample network. */
  public void publishDirectory() {
    SampleNetwork.records(network)
        .forEach(
            record -> send(topics.directory().name(), record.key(), codec.encode((Record) record)));
  }

  /** Writes what these households have had since it was asked last, and the state after each. */
  public void write(Household... households) {
    for (Household household : households) {
      CaseState state = CaseState.beforeFirst(household.caseId());
      long before = written.getOrDefault(household.caseId(), state.sequence());
      for (CaseEvent event : household.events()) {
        state = CaseLifecycle.evolve(state, event);
        if (state.sequence() > before) {
          write(state, event);
        }
      }
      written.put(household.caseId(), state.sequence());
    }
  }

  private void write(CaseState state, CaseEvent event) {
    CaseEvent shown = GeneralView.of(event, state.everProtected(), SampleNetwork.DESK);
    String key = state.caseId().toString();
    send(topics.ledger().name(), key, codec.encode((Record) shown));
    send(topics.caseState().name(), key, codec.encode(state));
    if (state.everProtected()) {
      send(topics.protectedCases().name(), key, codec.encode((Record) event));
    }
  }

  /** Hands over a household's events and its last state without waiting; see {@link #flush}. */
  public void append(Household household) {
    String key = household.caseId().toString();
    household
        .events()
        .forEach(event -> hand(topics.ledger().name(), key, codec.encode((Record) event)));
    hand(topics.caseState().name(), key, codec.encode(household.state()));
  }

  /** Waits until everything handed over is written. */
  public void flush() {
    producer.flush();
  }

  private void hand(String topic, String key, byte[] value) {
    var _ = producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value));
  }

  /** Puts one record of every kind that nobody can use into a topic, as far as it takes them. */
  public void spoil(Topic topic, String key, String other, Record good) {
    BadRecord.ofEveryKind(topic, key, other, codec.encode(good), PARTITIONS)
        .forEach(
            bad -> {
              var _ = producer.send(bad.record());
            });
    producer.flush();
  }

  /** Puts these bytes into a topic. */
  public void put(Topic topic, String key, byte[] value) {
    send(topic.name(), key, value);
  }

  public Topics topics() {
    return topics;
  }

  @Override
  public void close() {
    producer.close();
  }

  private void send(String topic, String key, byte[] value) {
    check(producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value)));
  }

  /** One after the other: a record that does not arrive is told, never only missed later. */
  private static void check(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (InterruptedException | ExecutionException exception) {
      throw new IllegalStateException("not sent", exception);
    }
  }
}
