package jp.tsunagu.gateway.stream;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static jp.tsunagu.gateway.stream.TestNetwork.HOKATSU;
import static jp.tsunagu.gateway.stream.TestNetwork.KONKYU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.StreamRun;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.apache.kafka.streams.state.Stores;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why outboxes are subscribed to one by one, and not by the pattern of all (decision 6). */
@Tag("slow")
class PlainSubscriptionTest {
  private static final KafkaClientSupplier PLAIN = new DefaultKafkaClientSupplier();

  private final AtomicInteger plainDied = new AtomicInteger();
  private final AtomicInteger checkedDied = new AtomicInteger();

  private static ConditionFactory patiently() {
    return await().atMost(SOON);
  }

  @Test
  void one_outbox_with_more_partitions_kills_the_stream_of_all_unless_they_are_checked(
      @TempDir Path directory) throws Exception {
    try (RealBroker broker = new RealBroker()) {
      broker.create(broker.topics.outbox(HOKATSU), 6);
      String sound = broker.topics.outbox(HOKATSU).name();
      KafkaClientSupplier checking = new CheckedClients(() -> Set.of(sound));
      try (StreamRun plain = run(broker, directory, "plain", PLAIN, plainDied);
          StreamRun checked = run(broker, directory, "checked", checking, checkedDied)) {
        plain.start();
        checked.start();
        patiently().until(() -> plain.isProcessing() && checked.isProcessing());
        broker.create(broker.topics.outbox(KONKYU), 12);
        patiently().until(() -> plainDied.get() > 0);
        assertThat(checkedDied).hasValue(0);
        assertThat(checked.isProcessing()).isTrue();
      }
    }
  }

  private static StreamRun run(
      RealBroker broker,
      Path directory,
      String name,
      KafkaClientSupplier clients,
      AtomicInteger died) {
    Map<String, Object> settings =
        Map.of(
            "application.id",
            broker.network + "-" + name,
            "state.dir",
            directory.resolve(name).toString(),
            "metadata.max.age.ms",
            1_000);
    BrokerAccess access = BrokerAccess.plain(name, broker.broker.bootstrapServers());
    return StreamRun.of(access, topology(broker), settings, clients, died::incrementAndGet);
  }

  private static Topology topology(RealBroker broker) {
    return new Topology()
        .addSource(
            "outboxes",
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer(),
            broker.topics.outboxPattern())
        .addProcessor("cases", Quiet::new, "outboxes")
        .addStateStore(
            Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("cases"), Serdes.String(), Serdes.ByteArray()),
            "cases");
  }

  private static final class Quiet extends ContextualProcessor<byte[], byte[], Void, Void> {
    @Override
    public void process(Record<byte[], byte[]> record) {}
  }
}
