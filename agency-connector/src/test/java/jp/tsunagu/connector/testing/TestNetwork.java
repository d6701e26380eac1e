package jp.tsunagu.connector.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.AnnounceKey;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.directory.SigningKey;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.ActedBy;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.EventTimes;
import jp.tsunagu.contract.testing.DirectoryLines.Change;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A broker with the topics of a small network; the test plays the gateway. */
public final class TestNetwork implements AutoCloseable {

  /** The coordination desk. */
  public static final AgencyId DESK = new AgencyId("desk");

  private static final int PARTITIONS = 6;

  private final EmbeddedBroker broker;
  private final NetworkId id;
  private final Topics topics;
  private final Codec codec = Codec.standard();
  private final Map<String, Object> client;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> reader;

  /** A record of an outbox. */
  public record Sent(String key, int partition, long offset, Object value) {}

  /** Where a connector finds the network. */
  public record Address(String bootstrapServers, NetworkId network) {}

  /**
   * On the broker of all tests; makes the topics of these agencies and of the desk, and publishes
   * them without keys.
   */
  public TestNetwork(AgencyId... agencies) {
    this(EmbeddedBroker.shared(), agencies);
  }

  /** The same on a broker of its own, to be taken away and brought back. */
  public static TestNetwork onItsOwnBroker(AgencyId... agencies) {
    return new TestNetwork(EmbeddedBroker.start(), agencies);
  }

  private TestNetwork(EmbeddedBroker broker, AgencyId... agencies) {
    this.broker = broker;
    this.id = broker.newNetwork("test-city");
    this.topics = new Topics(id);
    this.client = Map.of("bootstrap.servers", broker.bootstrapServers());
    this.producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    this.reader =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<NewTopic> wanted = new ArrayList<>();
    wanted.add(new NewTopic(topics.directory().name(), 1, (short) 1));
    Stream.concat(Stream.of(agencies), Stream.of(DESK))
        .distinct()
        .forEach(
            agency -> {
              wanted.add(new NewTopic(topics.inbox(agency).name(), PARTITIONS, (short) 1));
              wanted.add(new NewTopic(topics.outbox(agency).name(), PARTITIONS, (short) 1));
            });
    broker.make(wanted);
    publish(settings(id));
    Stream.concat(Stream.of(agencies), Stream.of(DESK))
        .distinct()
        .forEach(agency -> publish(agency(agency)));
  }

  /** The broker it is on. */
  public EmbeddedBroker broker() {
    return broker;
  }

  /** Where a connector finds it. */
  public Address address() {
    return new Address(broker.bootstrapServers(), id);
  }

  /** The network's topics. */
  public Topics topics() {
    return topics;
  }

  /** For encoding what the test sends itself. */
  public Codec codec() {
    return codec;
  }

  private static DirectoryRecord settings(NetworkId id) {
    return new DirectoryRecord.NetworkSettings(
        id,
        "試験市",
        PARTITIONS,
        DESK,
        List.of(new DirectoryRecord.Area(new AreaId("east"), "東")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new DirectoryRecord.OfficeHours(LocalTime.of(8, 30), LocalTime.of(17, 15)));
  }

  /** An agency as the directory has it. */
  public static DirectoryRecord agency(AgencyId id) {
    return new DirectoryRecord.Agency(
        id,
        id.value(),
        id.equals(DESK) ? AgencyKind.COORDINATION_DESK : AgencyKind.COMMUNITY_SUPPORT,
        StatisticsField.OTHER,
        Participation.CONNECTOR,
        Set.of(),
        id.equals(DESK),
        null);
  }

  /** Publishes a directory record. */
  public void publish(DirectoryRecord record) {
    put(topics.directory().name(), record.key(), codec.encode((Record) record));
  }

  /** Writes to the directory as the gateway does. */
  public void publish(List<Change> changes) {
    changes.forEach(change -> put(topics.directory().name(), change.key(), change.value(codec)));
  }

  /** Publishes what an agency announced, newest first, as the gateway does. */
  public List<PublicKey> publishKeysOf(AgencyId agency) {
    DirectoryRecord.AgencyKeys announced = announced(agency);
    publish(announced);
    return announced.keys();
  }

  /** What an agency announced, newest first. */
  public DirectoryRecord.AgencyKeys announced(AgencyId agency) {
    List<AnnounceKey> announced =
        outbox(agency).stream()
            .map(Sent::value)
            .filter(AnnounceKey.class::isInstance)
            .map(AnnounceKey.class::cast)
            .toList()
            .reversed();
    List<PublicKey> keys = announced.stream().map(AnnounceKey::key).distinct().toList();
    List<SigningKey> signing =
        announced.stream().flatMap(one -> Stream.ofNullable(one.signingKey())).distinct().toList();
    return new DirectoryRecord.AgencyKeys(agency, keys, signing);
  }

  /** Puts a record into an agency's inbox. */
  public RecordMetadata deliver(AgencyId agency, CaseId caseId, Record value) {
    return put(topics.inbox(agency).name(), caseId.toString(), codec.encode(value));
  }

  /** Puts what is about no case into an agency's inbox. */
  public RecordMetadata deliver(AgencyId agency, Record value) {
    return put(topics.inbox(agency).name(), agency.value(), codec.encode(value));
  }

  /** Puts bytes onto a topic. */
  public RecordMetadata put(String topic, String key, byte @Nullable [] value) {
    try {
      return producer
          .send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value))
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("not delivered", e);
    }
  }

  /** Everything that stands in an agency's outbox topic now, in order per partition. */
  public List<Sent> outbox(AgencyId agency) {
    return read(topics.outbox(agency).name()).stream()
        .map(
            record ->
                new Sent(
                    new String(record.key(), StandardCharsets.UTF_8),
                    record.partition(),
                    record.offset(),
                    decoded(record.value())))
        .toList();
  }

  private Object decoded(byte[] bytes) {
    return codec.decode(bytes) instanceof Decoded.Readable(Object value) ? value : bytes;
  }

  /** Everything on a topic now. */
  public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    int count = topic.equals(topics.directory().name()) ? 1 : PARTITIONS;
    List<TopicPartition> partitions =
        IntStream.range(0, count).mapToObj(p -> new TopicPartition(topic, p)).toList();
    synchronized (reader) {
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> reader.position(p) < ends.getOrDefault(p, 0L))) {
        reader.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  /** The header of an event. */
  public static EventHeader header(CaseId caseId, long sequence, AgencyId actor) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new EventHeader(
        EventId.of(caseId, sequence),
        caseId,
        sequence,
        UUID.randomUUID(),
        new EventTimes(now, now, now, null),
        new ActedBy(actor, null, null),
        0,
        numberOf(caseId));
  }

  /** What people call the case. */
  public static CaseNumber numberOf(CaseId caseId) {
    int serial = Math.floorMod(caseId.hashCode(), CaseNumber.LARGEST_SERIAL);
    LocalDate day = LocalDate.of(2026, 9, 3);
    return CaseNumber.of(day, serial).or(() -> CaseNumber.of(day, serial + 1)).orElseThrow();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
    reader.close();
    broker.close();
  }
}
