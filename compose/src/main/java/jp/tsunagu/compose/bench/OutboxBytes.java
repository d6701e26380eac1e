package jp.tsunagu.compose.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.load.Work;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.TopicToItsEnd;

/**
 * What the sender's connector really sent: the bytes that go through the broker alone, too.
 *
 * @param toList the records with a sealed dossier that stand in the sender's outbox
 * @param partitions how many its topic has, at least those that hold a record
 */
record OutboxBytes(List<byte[]> toList, int partitions) {
  /** Larger than every command without a dossier. */
  private static final int LEAST_WITH_DOSSIER = 600;

  /** Enough for an average; the topic can hold more. */
  private static final int MOST = 5_000;

  OutboxBytes {
    toList = List.copyOf(toList);
  }

  static OutboxBytes read(BrokerAccess broker) {
    var topic = new Topics(SampleCity.NETWORK).outbox(Work.SENDER).name();
    var records = new ArrayList<byte[]>();
    var partitions = new HashSet<Integer>();
    new TopicToItsEnd(broker, topic)
        .readAll(
            message -> {
              partitions.add(message.partition());
              if (message.value().length > LEAST_WITH_DOSSIER && records.size() < MOST) {
                records.add(message.value());
              }
            });
    return new OutboxBytes(records, partitions.size());
  }
}
