package jp.tsunagu.stats.whole;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.Area;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.OfficeHours;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.testing.BadRecord;
import jp.tsunagu.contract.testing.DirectoryLines.Change;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.stats.recount.StatsRecount;
import jp.tsunagu.stats.testing.Town;
import jp.tsunagu.stats.view.Peers;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/** A broker with what a gateway would have put there: topics, a directory and a ledger. */
public final class CityBroker implements AutoCloseable {

  static final int PARTITIONS = 3;

  private final EmbeddedBroker broker = EmbeddedBroker.shared();
  public final NetworkId network = broker.newNetwork("city");
  public final Topics topics = new Topics(network);
  public final Codec codec = Codec.standard();
  private final KafkaProducer<byte[], byte[]> producer;

  public CityBroker() {
    this(CityBroker::smallCity);
  }

  /** With this directory in place of the small one. */
  CityBroker(Function<NetworkId, List<Change>> directory) {
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                servers(),
                "transactional.id",
                network + ".gateway-of-test",
                "max.request.size",
                2 << 20),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
    broker.make(
        made(topics.directory(), 1),
        made(topics.ledger(), PARTITIONS),
        made(topics.aside(Party.STATS), 1));
    publish(directory.apply(network));
  }

  private static List<Change> smallCity(NetworkId network) {
    return Stream.of(
            settings(network),
            agency("desk", AgencyKind.COORDINATION_DESK, StatisticsField.OTHER),
            agency("hokatsu", AgencyKind.COMMUNITY_SUPPORT, StatisticsField.ELDERLY),
            agency("shogai", AgencyKind.DISABILITY_CONSULTATION, StatisticsField.DISABILITY))
        .map(record -> new Change(record.key(), record))
        .toList();
  }

  public String servers() {
    return broker.bootstrapServers();
  }

  public String ledgerTopic() {
    return topics.ledger().name();
  }

  private static Set<Integer> partitions() {
    return IntStream.range(0, PARTITIONS).boxed().collect(Collectors.toSet());
  }

  /** A recount against what these instances tell; empty while they are not ready. */
  Optional<StatsRecount.Result> recount(List<HostInfo> instances) {
    return new Peers(RunningStats.PEER_TOKEN, null)
        .everything(instances, partitions())
        .map(
            held ->
                new StatsRecount(
                        BrokerAccess.plain("recount", servers()), network, codec, Town.RULES)
                    .against(held));
  }

  void append(List<? extends CaseEvent> events) {
    producer.beginTransaction();
    events.forEach(
        event ->
            send(
                topics.ledger(), event.header().caseId().toString(), codec.encode((Record) event)));
    producer.commitTransaction();
  }

  void appendBytes(String key, byte[] value) {
    producer.beginTransaction();
    send(topics.ledger(), key, value);
    producer.commitTransaction();
  }

  /** A record of every kind that cannot be used, under the key of this case. */
  void spoil(CaseEvent event, String other) {
    producer.beginTransaction();
    BadRecord.ofEveryKind(
            topics.ledger(),
            event.header().caseId().toString(),
            other,
            codec.encode((Record) event),
            PARTITIONS)
        .forEach(
            bad -> {
              var _ = producer.send(bad.record());
            });
    producer.commitTransaction();
  }

  void publish(DirectoryRecord record) {
    publish(List.of(new Change(record.key(), record)));
  }

  /** Writes to the directory as the gateway does. */
  void publish(List<Change> changes) {
    producer.beginTransaction();
    changes.forEach(change -> send(topics.directory(), change.key(), change.value(codec)));
    producer.commitTransaction();
  }

  private void send(Topic topic, String key, byte @Nullable [] value) {
    var _ =
        producer.send(
            new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value));
  }

  private static NewTopic made(Topic topic, int partitions) {
    return new NewTopic(topic.name(), partitions, (short) 1).configs(topic.configuration());
  }

  private static Agency agency(String id, AgencyKind kind, StatisticsField field) {
    return new Agency(
        new AgencyId(id),
        "機関 " + id,
        kind,
        field,
        Participation.values()[0],
        Set.of(),
        kind == AgencyKind.COORDINATION_DESK,
        null);
  }

  private static NetworkSettings settings(NetworkId network) {
    return new NetworkSettings(
        network,
        "試験の市",
        PARTITIONS,
        new AgencyId("desk"),
        List.of(new Area(new AreaId("chubu"), "中部")),
        List.of(new Reason("NO_CAPACITY", "受入枠なし", false)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new OfficeHours(LocalTime.of(8, 30), LocalTime.of(17, 15)));
  }

  @Override
  public void close() {
    producer.close();
    broker.close();
  }
}
