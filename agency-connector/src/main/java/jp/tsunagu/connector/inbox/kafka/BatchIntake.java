package jp.tsunagu.connector.inbox.kafka;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.inbox.InboxPlaces;
import jp.tsunagu.connector.inbox.Intake;
import jp.tsunagu.connector.inbox.TakenIn;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Takes the records of a poll in, every partition in its order, all in one transaction with the
 * places to read on at: either all of it is stored or nothing.
 */
final class BatchIntake {

  private static final List<Alarm.Kind> SETTLED_BY_PROGRESS =
      List.of(Alarm.Kind.SCHEMA_UNKNOWN, Alarm.Kind.INTAKE_FAILING);

  private final HostedAgency agency;
  private final AgencyDatabase database;
  private final Intake intake;
  private final Alarms alarms;
  private final Set<Integer> alarmed = new HashSet<>();

  /**
   * How far a partition was taken in.
   *
   * @param stuck the record at which it cannot go on yet
   */
  record Taken(
      TopicPartition partition, long next, Optional<ConsumerRecord<byte[], byte[]>> stuck) {}

  BatchIntake(HostedAgency agency, AgencyDatabase database, Intake intake, Alarms alarms) {
    this.agency = agency;
    this.database = database;
    this.intake = intake;
    this.alarms = alarms;
  }

  /** An alarm about this partition stands: it is settled by the next record that is taken in. */
  void alarmed(int partition) {
    alarmed.add(partition);
  }

  List<Taken> take(List<Batch> batches) {
    List<Taken> taken =
        database.inTransaction(() -> batches.stream().map(this::takeInTransaction).toList());
    taken.stream()
        .filter(each -> each.stuck().isEmpty())
        .forEach(each -> alarmed.remove(each.partition().partition()));
    return taken;
  }

  private Taken takeInTransaction(Batch batch) {
    int partition = batch.partition().partition();
    for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
      byte[] content = record.value() == null ? new byte[0] : record.value();
      TakenIn taken = intake.take(agency, database, partition, record.offset(), content);
      if (taken instanceof TakenIn.Waits) {
        InboxPlaces.save(database, partition, record.offset());
        return new Taken(batch.partition(), record.offset(), Optional.of(record));
      }
    }
    InboxPlaces.save(database, partition, batch.next());
    if (alarmed.contains(partition)) {
      SETTLED_BY_PROGRESS.forEach(kind -> alarms.settle(database, kind, partition));
    }
    return new Taken(batch.partition(), batch.next(), Optional.empty());
  }
}
