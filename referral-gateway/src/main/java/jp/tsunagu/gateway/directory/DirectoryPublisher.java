package jp.tsunagu.gateway.directory;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.SchemaEntry;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.SchemaTable;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.runtime.broker.BrokerAccess;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Brings the directory topic into line with network.yaml: writes what is new or changed, marks
 * agencies whose line is gone as those that left, remembers the names of codes that are gone, and
 * takes back meeting bodies and mail addresses. Public keys are none of its business.
 */
public final class DirectoryPublisher {

  private static final long PATIENCE_SECONDS = 30;

  private final BrokerAccess broker;
  private final Topic topic;
  private final Codec codec;

  /** The one writer of the network's directory besides the stream, which publishes keys. */
  public DirectoryPublisher(BrokerAccess broker, Topics topics, Codec codec) {
    this.broker = broker;
    this.topic = topics.directory();
    this.codec = codec;
  }

  /**
   * Writes the difference and waits until it stands.
   *
   * @param standing what the topic holds now, by key
   * @param hasTopics whether an agency's topics are sound; the others are not announced yet
   * @param today in Asia/Tokyo: the day an agency whose line is gone left
   * @return how many records were written
   */
  public int publish(
      NetworkConfiguration network,
      Map<String, DirectoryRecord> standing,
      Predicate<AgencyId> hasTopics,
      LocalDate today)
      throws ExecutionException, InterruptedException, TimeoutException {
    DirectoryDifference difference =
        DirectoryDifference.between(wanted(network, standing, hasTopics), standing, today);
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    difference
        .written()
        .forEach(record -> records.add(written(record.key(), codec.encode((Record) record))));
    difference.ended().forEach(key -> records.add(takenBack(key)));
    if (!records.isEmpty()) {
      send(records);
    }
    return difference.size();
  }

  private static List<DirectoryRecord> wanted(
      NetworkConfiguration network,
      Map<String, DirectoryRecord> standing,
      Predicate<AgencyId> hasTopics) {
    List<DirectoryRecord> wanted = new ArrayList<>();
    for (SchemaTable.Entry entry : SchemaTable.standard().entries()) {
      wanted.add(new SchemaEntry(entry.id(), entry.recordName(), entry.version(), entry.schema()));
    }
    for (DirectoryRecord record : network.records()) {
      DirectoryRecord said = standing.get(record.key());
      if (!(record instanceof Agency agency) || mayBeAnnounced(agency, hasTopics)) {
        wanted.add(record);
      } else if (said != null) {
        wanted.add(said);
      }
    }
    return wanted;
  }

  private static boolean mayBeAnnounced(Agency agency, Predicate<AgencyId> hasTopics) {
    return agency.participation() == Participation.PAPER || hasTopics.test(agency.agencyId());
  }

  private ProducerRecord<byte[], byte[]> written(String key, byte[] value) {
    return new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value);
  }

  private ProducerRecord<byte[], byte[]> takenBack(String key) {
    return new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), null);
  }

  private void send(List<ProducerRecord<byte[], byte[]>> records)
      throws ExecutionException, InterruptedException, TimeoutException {
    DefaultKafkaProducerFactory<byte[], byte[]> producers = broker.producers("directory", Map.of());
    try {
      KafkaTemplate<byte[], byte[]> template = new KafkaTemplate<>(producers);
      List<Future<?>> sent = new ArrayList<>();
      records.forEach(record -> sent.add(template.send(record)));
      for (Future<?> one : sent) {
        one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } finally {
      producers.destroy();
    }
  }
}
