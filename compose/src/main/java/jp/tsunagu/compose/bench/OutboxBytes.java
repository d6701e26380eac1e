package jp.tsunagu.compose.bench;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.TopicToItsEnd;

/** What the sender's connector really sent: the bytes for the bare measurement. */
final class OutboxBytes {
  /** Larger than every command without a dossier. */
  private static final int LEAST_WITH_DOSSIER = 600;

  private OutboxBytes() {}

  /** The records with a sealed dossier that stand in the sender's outbox. */
  static List<byte[]> read(BrokerAccess broker) {
    var topic = new Topics(SampleCity.NETWORK).outbox(Work.SENDER).name();
    var records = new ArrayList<byte[]>();
    new TopicToItsEnd(broker, topic).readAll(message -> records.add(message.value()));
    return records.stream().filter(value -> value.length > LEAST_WITH_DOSSIER).toList();
  }
}
