package jp.tsunagu.gateway.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.gateway.configuration.GatewayProperties;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.runtime.broker.BrokerAccess;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The real topology without a broker; everything stands in partition 0. */
final class Bench implements AutoCloseable {
  final TestClock clock = new TestClock();
  final Commands commands = new Commands();
  final Topics topics;
  final Codec codec = Codec.standard();
  final MeterRegistry meters = new SimpleMeterRegistry();
  final Set<AgencyId> setAside = new HashSet<>();
  private final NetworkConfiguration network = TestNetwork.configuration();
  private final TopologyTestDriver driver;
  private final Map<AgencyId, TestInputTopic<byte[], byte[]>> outboxes = new HashMap<>();
  private final Map<String, TestOutputTopic<byte[], byte[]>> outputs = new HashMap<>();

  Bench(Path stateDirectory) {
    topics = new Topics(network.settings().networkId());
    var properties =
        new GatewayProperties(
            null, stateDirectory, "test", 1, (short) 1, 0, true, Duration.ofSeconds(1));
    Properties settings =
        BrokerAccess.plain("test", "none:1")
            .streams(StreamSettings.of(properties, network.settings()));
    driver = new TopologyTestDriver(GatewayTopology.build(parts()), settings, clock.instant());
  }

  private GatewayParts parts() {
    return new GatewayParts(
        network,
        topics,
        codec,
        () -> NetworkDirectory.EMPTY.with(usable()),
        agency -> !setAside.contains(agency),
        clock,
        new GatewayMetrics(meters));
  }

  private List<DirectoryRecord> usable() {
    return network.records().stream()
        .filter(
            record -> !(record instanceof Agency agency && setAside.contains(agency.agencyId())))
        .toList();
  }

  Instant now() {
    return clock.instant();
  }

  void send(AgencyId sender, CaseCommand command) {
    sendRaw(sender, command.header().caseId().toString(), codec.encode((Record) command));
  }

  void sendRaw(AgencyId sender, @Nullable String key, byte @Nullable [] value) {
    outboxes
        .computeIfAbsent(
            sender,
            agency ->
                driver.createInputTopic(
                    topics.outbox(agency).name(),
                    new ByteArraySerializer(),
                    new ByteArraySerializer()))
        .pipeInput(key == null ? null : key.getBytes(StandardCharsets.UTF_8), value);
  }

  /** What a store holds, to be read and spoilt. */
  <K> KeyValueStore<K, byte[]> store(String name) {
    return driver.getKeyValueStore(name);
  }

  /** Lets the punctuators run once for each second. */
  void seconds(int count) {
    for (int second = 0; second < count; second++) {
      driver.advanceWallClockTime(Duration.ofSeconds(1));
    }
  }

  List<TestRecord<byte[], byte[]>> raw(Topic topic) {
    return raw(topic.name());
  }

  private List<TestRecord<byte[], byte[]>> raw(String topic) {
    return outputs
        .computeIfAbsent(
            topic,
            name ->
                driver.createOutputTopic(
                    name, new ByteArrayDeserializer(), new ByteArrayDeserializer()))
        .readRecordsToList();
  }

  /** What was written to the topic since it was read last. */
  List<Object> read(Topic topic) {
    return raw(topic).stream().map(record -> decoded(record.value())).toList();
  }

  <T> List<T> read(Topic topic, Class<T> type) {
    return read(topic).stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** How many records were written to each topic since this was asked last. */
  Map<String, Integer> records() {
    Map<String, Integer> counts = new TreeMap<>();
    for (String topic : driver.producedTopicNames()) {
      int count = raw(topic).size();
      if (count > 0) {
        counts.put(topic, count);
      }
    }
    return counts;
  }

  List<CaseEvent> ledger() {
    return read(topics.ledger(), CaseEvent.class);
  }

  private Object decoded(byte[] value) {
    return switch (codec.decode(value)) {
      case Decoded.Readable readable -> readable.value();
      case Decoded.Unreadable unreadable -> unreadable;
    };
  }

  @Override
  public void close() {
    driver.close();
  }
}
