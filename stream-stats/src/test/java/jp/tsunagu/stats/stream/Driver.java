package jp.tsunagu.stats.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.aside.AsideBook;
import jp.tsunagu.runtime.aside.AsideEntry;
import jp.tsunagu.runtime.aside.PassReason;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.FigureRules;
import jp.tsunagu.stats.testing.Figures;
import jp.tsunagu.stats.testing.Town;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The topology without a broker. */
final class Driver implements AutoCloseable, Watch {

  /** So early that nothing in a test is old enough to be forgotten. */
  private static final Instant BEGINNING = Instant.parse("2019-01-01T00:00:00Z");

  final Topics topics = new Topics(new NetworkId("city"));
  final List<String> putAside = new ArrayList<>();
  final List<AsideEntry> passed = new ArrayList<>();
  final List<Set<BucketKey>> changes = new ArrayList<>();
  int repeated;
  int tableChanges;
  final AsideBook book = new AsideBook();
  private final LocalFigures local = new LocalFigures();
  private final Codec codec = Codec.standard();
  private final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> ledger;
  private final TestOutputTopic<byte[], byte[]> aside;

  Driver() {
    this(Town.RULES);
  }

  Driver(FigureRules rules) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "stats-test");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, "target/driver-" + System.nanoTime());
    driver =
        new TopologyTestDriver(
            StatsTopology.build(
                new StatsParts(
                    topics,
                    codec,
                    rules,
                    () -> BEGINNING,
                    new LedgerEnd(Map.of()),
                    local,
                    book,
                    this)),
            settings);
    driver.advanceWallClockTime(Duration.ofSeconds(1));
    ledger =
        driver.createInputTopic(
            topics.ledger().name(), new ByteArraySerializer(), new ByteArraySerializer());
    aside =
        driver.createOutputTopic(
            topics.aside(Party.STATS).name(),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  void send(List<? extends CaseEvent> events) {
    events.forEach(this::send);
    driver.advanceWallClockTime(Duration.ofSeconds(1));
  }

  void send(CaseEvent event) {
    send(event.header().caseId().toString(), codec.encode((Record) event));
  }

  void send(@Nullable String key, byte @Nullable [] value) {
    ledger.pipeInput(key == null ? null : key.getBytes(StandardCharsets.UTF_8), value);
  }

  /** What was written to the aside topic since the last time; the book has it too from here on. */
  List<AsideEntry> aside() {
    return aside.readRecordsToList().stream()
        .flatMap(record -> book.read(record.key(), record.value()).stream())
        .toList();
  }

  /** A person passes everything that was put aside. */
  void passAll() {
    for (AsideEntry entry : aside()) {
      if (entry.isOpen()) {
        passed.add(entry);
        book.take(entry.passed(PassReason.NOT_OURS, BEGINNING));
      }
    }
    tick();
  }

  void tick() {
    driver.advanceWallClockTime(Duration.ofSeconds(1));
  }

  byte[] bytes(Record value) {
    return codec.encode(value);
  }

  Figures figures() {
    driver.advanceWallClockTime(Duration.ofSeconds(1));
    Map<BucketKey, Bucket> buckets = new HashMap<>();
    local.here().values().forEach(figures -> figures.read(_ -> true, buckets::put));
    return new Figures(buckets);
  }

  List<CaseFacts> facts() {
    List<CaseFacts> facts = new ArrayList<>();
    KeyValueStore<String, byte[]> store = driver.getKeyValueStore(Stores.CASE_FACTS);
    try (var all = store.all()) {
      all.forEachRemaining(entry -> facts.add(FactsBytes.decode(entry.value)));
    }
    return facts;
  }

  KeyValueStore<String, byte[]> progress() {
    return driver.getKeyValueStore(Stores.PROGRESS);
  }

  @Override
  public void takenIn() {}

  @Override
  public void changed(Set<BucketKey> buckets) {
    changes.add(buckets);
  }

  @Override
  public void tablesChanged() {
    tableChanges++;
  }

  @Override
  public void putAside(String reason) {
    putAside.add(reason);
  }

  @Override
  public void repeated() {
    repeated++;
  }

  @Override
  public void close() {
    driver.close();
  }
}
