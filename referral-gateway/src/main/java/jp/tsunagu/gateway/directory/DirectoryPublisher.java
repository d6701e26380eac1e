package jp.tsunagu.gateway.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.DirectoryRecord.HolidayOverrides;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingContact;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.SchemaEntry;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.SchemaTable;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Brings the directory topic into line with network.yaml: writes what is new or changed, and takes
 * back agencies, meeting bodies and mail addresses that are gone from the file. Public keys are
 * none of its business.
 */
public final class DirectoryPublisher {

  private static final long PATIENCE_SECONDS = 30;

  private final String brokers;
  private final Topic topic;
  private final Codec codec;

  /** A publisher to this topic. */
  public DirectoryPublisher(String brokers, Topic topic, Codec codec) {
    this.brokers = brokers;
    this.topic = topic;
    this.codec = codec;
  }

  /**
   * Writes the difference and waits until it stands.
   *
   * @param standing what the topic holds now, by key
   * @param hasTopics whether an agency's topics are sound; the others are not announced yet
   * @return how many records were written
   */
  public int publish(
      NetworkConfiguration network,
      Map<String, DirectoryRecord> standing,
      Predicate<AgencyId> hasTopics)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<ProducerRecord<byte[], byte[]>> difference = new ArrayList<>();
    wanted(network, hasTopics).stream()
        .filter(record -> !record.equals(standing.get(record.key())))
        .forEach(record -> difference.add(written(record.key(), codec.encode((Record) record))));
    gone(network, standing).forEach(key -> difference.add(takenBack(key)));
    if (!difference.isEmpty()) {
      send(difference);
    }
    return difference.size();
  }

  private static List<DirectoryRecord> wanted(
      NetworkConfiguration network, Predicate<AgencyId> hasTopics) {
    List<DirectoryRecord> wanted = new ArrayList<>();
    for (SchemaTable.Entry entry : SchemaTable.standard().entries()) {
      wanted.add(new SchemaEntry(entry.id(), entry.recordName(), entry.version(), entry.schema()));
    }
    List<Agency> withTopics = network.agenciesWithConnector();
    network.records().stream()
        .filter(
            record ->
                !(record instanceof Agency agency
                    && withTopics.contains(agency)
                    && !hasTopics.test(agency.agencyId())))
        .forEach(wanted::add);
    return wanted;
  }

  private static List<String> gone(
      NetworkConfiguration network, Map<String, DirectoryRecord> standing) {
    Set<String> inFile =
        network.records().stream().map(DirectoryRecord::key).collect(Collectors.toSet());
    return standing.values().stream()
        .filter(DirectoryPublisher::endsWithItsLine)
        .map(DirectoryRecord::key)
        .filter(key -> !inFile.contains(key))
        .toList();
  }

  /**
   * Whether a record is taken back when it is gone from the file. A meeting body that is gone plans
   * nothing more; what it has published stands in the meeting events and ends there.
   */
  private static boolean endsWithItsLine(DirectoryRecord record) {
    return switch (record) {
      case Agency _, MeetingBody _, MeetingContact _ -> true;
      case AgencyKeys _, NetworkSettings _, MeetingSettings _, HolidayOverrides _, SchemaEntry _ ->
          false;
    };
  }

  private ProducerRecord<byte[], byte[]> written(String key, byte[] value) {
    return new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value);
  }

  private ProducerRecord<byte[], byte[]> takenBack(String key) {
    return new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), null);
  }

  private void send(List<ProducerRecord<byte[], byte[]>> records)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, Object> settings =
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers, ProducerConfig.ACKS_CONFIG, "all");
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      records.forEach(record -> sent.add(producer.send(record)));
      for (Future<RecordMetadata> one : sent) {
        one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    }
  }
}
