package jp.tsunagu.connector.inbox.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.inbox.InboxPlaces;
import jp.tsunagu.connector.lost.LostSearch;
import jp.tsunagu.contract.topic.RestoredOffsets;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Notices that the network was restored from a backup since this agency's inbox was read, before
 * anything is taken in of what came after: the list of what was lost, and the places to read on at,
 * are stored together.
 */
final class Restorations {

  private final AgencyDatabase database;
  private final LostSearch search;
  private final Supplier<Consumer<byte[], byte[]>> consumers;

  Restorations(
      AgencyDatabase database, LostSearch search, Supplier<Consumer<byte[], byte[]>> consumers) {
    this.database = database;
    this.search = search;
    this.consumers = consumers;
  }

  /** The broker is another one than it was: its inbox is to be opened anew. */
  static final class BrokerWasRestored extends KafkaException {

    private static final long serialVersionUID = 1;

    BrokerWasRestored() {
      super("the broker goes on far behind where it was read");
    }
  }

  /**
   * Looks where the inbox may have been restored.
   *
   * @param places where each partition is to be read on
   * @param latest where its next record will stand
   * @return whether places changed
   */
  boolean look(Map<TopicPartition, Long> places, Map<TopicPartition, Long> latest) {
    List<TopicPartition> suspected =
        places.entrySet().stream()
            .filter(
                each ->
                    RestoredOffsets.mayLieBetween(
                        each.getValue(), latest.getOrDefault(each.getKey(), 0L)))
            .map(Map.Entry::getKey)
            .toList();
    if (suspected.isEmpty()) {
      return false;
    }
    List<RestoredInbox.Found> found = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      RestoredInbox inbox = new RestoredInbox(database, consumer);
      suspected.forEach(
          each -> inbox.look(each, places.getOrDefault(each, 0L)).ifPresent(found::add));
    }
    if (found.isEmpty()) {
      return false;
    }
    database.runInTransaction(() -> note(found));
    return true;
  }

  private void note(List<RestoredInbox.Found> found) {
    search.note(
        database,
        found.stream()
            .flatMap(one -> one.firstLost().stream().map(first -> Map.entry(one, first)))
            .collect(
                Collectors.toMap(
                    each -> each.getKey().partition().partition(), Map.Entry::getValue)));
    InboxPlaces.save(
        database,
        found.stream()
            .collect(
                Collectors.toMap(
                    one -> one.partition().partition(), RestoredInbox.Found::goesOnAt)));
  }

  /**
   * Before these are taken in.
   *
   * @throws BrokerWasRestored when one of them stands far behind where it was read
   */
  static void refuseWhatCameAfter(List<Batch> batches, Map<TopicPartition, Long> places) {
    Stream<Batch> after =
        batches.stream()
            .filter(
                batch ->
                    RestoredOffsets.mayLieBetween(
                        places.getOrDefault(batch.partition(), 0L),
                        batch.records().getFirst().offset()));
    if (after.findAny().isPresent()) {
      throw new BrokerWasRestored();
    }
  }
}
