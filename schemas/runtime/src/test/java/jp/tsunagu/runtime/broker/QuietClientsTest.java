package jp.tsunagu.runtime.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream whose processor has a clock, as all of ours have. */
class QuietClientsTest {

  private final EmbeddedBroker server = EmbeddedBroker.shared();
  private final String network = server.newNetwork("quiet-clients").value();
  private final BrokerAccess broker = BrokerAccess.plain("test", server.bootstrapServers());
  private final AtomicInteger ticks = new AtomicInteger();

  @TempDir private Path state;

  @Test
  void a_clock_that_ticks_makes_no_transactions_and_every_record_comes_through_once() {
    server.make(new NewTopic(in(), 1, (short) 1));
    server.make(new NewTopic(out(), 1, (short) 1));
    try (StreamRun run = run();
        Admin admin = broker.admin("test")) {
      run.start();
      send("first");
      await().atMost(SOON).until(() -> arrived().equals(List.of("first")));
      await().atMost(SOON).until(() -> isQuiet(admin));
      send("second");
      await().atMost(SOON).until(() -> arrived().equals(List.of("first", "second")));
      await().atMost(SOON).until(() -> isQuiet(admin));
    }
    try (StreamRun again = run()) {
      again.start();
      send("third");
      await().atMost(SOON).until(() -> arrived().size() > 2);
      assertThat(arrived()).containsExactly("first", "second", "third");
    }
  }

  /** Whether the clock has ticked five times without a word in the log of transactions. */
  private boolean isQuiet(Admin admin) throws ExecutionException, InterruptedException {
    int from = ticks.get();
    long before = ends(admin);
    await().atMost(SOON).until(() -> ticks.get() >= from + 5);
    return ends(admin) == before;
  }

  private static long ends(Admin admin) throws ExecutionException, InterruptedException {
    String topic = "__transaction_state";
    Map<TopicPartition, OffsetSpec> latest =
        admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
            .flatMap(described -> described.partitions().stream())
            .collect(
                Collectors.toMap(
                    each -> new TopicPartition(topic, each.partition()), _ -> OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get().values().stream()
        .mapToLong(end -> end.offset())
        .sum();
  }

  private List<String> arrived() {
    List<String> all = new ArrayList<>();
    new TopicToItsEnd(broker, out()).readAll(record -> all.add(new String(record.value(), UTF_8)));
    return all;
  }

  private void send(String value) {
    var producers = broker.producers("values", Map.of());
    try (var producer = producers.createProducer()) {
      var _ = producer.send(new ProducerRecord<>(in(), value.getBytes(UTF_8)));
      producer.flush();
    } finally {
      producers.destroy();
    }
  }

  private String in() {
    return network + ".in";
  }

  private String out() {
    return network + ".out";
  }

  private StreamRun run() {
    Topology topology =
        new Topology()
            .addSource("in", in())
            .addProcessor("clock", Ticking::new, "in")
            .addSink("out", out(), "clock");
    Map<String, Object> settings =
        Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            network,
            StreamsConfig.STATE_DIR_CONFIG,
            state.toString(),
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.EXACTLY_ONCE_V2,
            StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
            30,
            StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG,
            Serdes.ByteArraySerde.class,
            StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG,
            Serdes.ByteArraySerde.class,
            StreamsConfig.mainConsumerPrefix("auto.offset.reset"),
            "earliest",
            StreamsConfig.mainConsumerPrefix("group.instance.id"),
            network + ".one");
    return StreamRun.of(broker, topology, settings, () -> {});
  }

  private final class Ticking extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
      super.init(context);
      context.schedule(
          Duration.ofMillis(20), PunctuationType.WALL_CLOCK_TIME, _ -> ticks.incrementAndGet());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      context().forward(record);
    }
  }
}
