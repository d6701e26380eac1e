package jp.tsunagu.connector.inbox.kafka;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.inbox.HeldInbox;
import jp.tsunagu.connector.inbox.InboxPlaces;
import jp.tsunagu.connector.inbox.Intake;
import jp.tsunagu.connector.inbox.PassedOver;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.runtime.aside.RawRecord;
import jp.tsunagu.runtime.broker.Whereabouts;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the records of a poll in, every partition in its order, all in one transaction with the
 * places to read on at: either all of it is stored or nothing.
 */
final class BatchIntake {

  private static final Logger LOG = LoggerFactory.getLogger(BatchIntake.class);

  private final HostedAgency agency;
  private final AgencyDatabase database;
  private final Intake intake;
  private final PassedOver passedOver;
  private final Alarms alarms;
  private final Topic topic;
  private final Set<Integer> alarmed = new HashSet<>();
  private int partitions;
  private boolean mayHold = true;
  private boolean putAside;

  /**
   * How far a partition was taken in.
   *
   * @param stuck the record at which it cannot go on yet
   */
  record Taken(
      TopicPartition partition, long next, Optional<ConsumerRecord<byte[], byte[]>> stuck) {}

  BatchIntake(
      HostedAgency agency,
      AgencyDatabase database,
      Intake intake,
      PassedOver passedOver,
      Alarms alarms,
      Topic topic) {
    this.agency = agency;
    this.database = database;
    this.intake = intake;
    this.passedOver = passedOver;
    this.alarms = alarms;
    this.topic = topic;
  }

  /** How many partitions the inbox has; a record in another than its key's is not read. */
  void partitions(int count) {
    partitions = count;
  }

  /** An alarm about this partition stands: it is settled by the next record that is taken in. */
  void alarmed(int partition) {
    alarmed.add(partition);
  }

  /**
   * Folds cases anew of which this program knows more than the one that took their records in, each
   * in a transaction of its own.
   */
  void foldAnew() {
    for (CaseId caseId : passedOver.knownByNow(database)) {
      try {
        database.runInTransaction(() -> passedOver.foldAnew(database, caseId));
        LOG.info("{}: a case was folded anew with what is known by now", agency.id());
      } catch (RuntimeException e) {
        Failures.rethrowIfTemporary(e);
        LOG.warn("{}: a case cannot be folded anew: {}", agency.id(), Whereabouts.of(e));
      }
    }
  }

  List<Taken> take(List<Batch> batches) {
    List<Taken> taken =
        database.inTransaction(
            () -> {
              HeldInbox held = open();
              List<Taken> accepted = batches.stream().map(each -> accept(held, each)).toList();
              held.finish();
              alarms.settle(database, Alarm.Kind.ASIDE_FULL, goingOn(accepted));
              InboxPlaces.save(
                  database,
                  accepted.stream()
                      .collect(
                          Collectors.toMap(each -> each.partition().partition(), Taken::next)));
              return accepted;
            });
    alarmed.removeAll(goingOn(taken));
    return taken;
  }

  /** The partitions with an alarm that were taken in as far as they came. */
  private Set<Integer> goingOn(List<Taken> taken) {
    return taken.stream()
        .filter(each -> each.stuck().isEmpty())
        .map(each -> each.partition().partition())
        .filter(alarmed::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  private HeldInbox open() {
    return intake.open(agency, database, topic, partitions);
  }

  private Taken accept(HeldInbox held, Batch batch) {
    for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
      switch (held.accept(RawRecord.of(record))) {
        case DELIVERED, PASSED -> {}
        case PUT_ASIDE -> {
          mayHold = true;
          putAside = true;
        }
        case WAITS -> mayHold = true;
        case BOUND_PASSED -> {
          return new Taken(batch.partition(), record.offset(), Optional.of(record));
        }
      }
    }
    return new Taken(batch.partition(), batch.next(), Optional.empty());
  }

  /** Whether a record was put aside since this was asked last. */
  boolean hasPutAside() {
    boolean did = putAside;
    putAside = false;
    return did;
  }

  /** Whether anything may be put aside, or wait behind it. */
  boolean mayHold() {
    return mayHold;
  }

  /** Puts a record aside whose taking in failed; its case waits, and nothing else. */
  Taken failed(Batch single) {
    mayHold = true;
    putAside = true;
    database.runInTransaction(
        () -> {
          single.records().forEach(record -> open().failed(RawRecord.of(record)));
          InboxPlaces.save(database, single.partition().partition(), single.next());
        });
    return new Taken(single.partition(), single.next(), Optional.empty());
  }

  /**
   * Looks again at the cases that wait, each in a transaction of its own; gives whether there were
   * any.
   */
  boolean lookAgain(HeldInbox.Occasion occasion) {
    if (!mayHold) {
      return false;
    }
    List<String> keys = open().toLookAt(occasion);
    for (String key : keys) {
      try {
        database.runInTransaction(() -> open().lookAgain(key));
      } catch (RuntimeException e) {
        Failures.rethrowIfTemporary(e);
        LOG.warn("{}: a case still cannot be taken in: {}", agency.id(), Whereabouts.of(e));
      }
    }
    mayHold = open().holdsAny();
    return !keys.isEmpty();
  }
}
