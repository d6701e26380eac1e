package jp.tsunagu.contract.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A topic of the network.
 *
 * @param name as the broker knows it
 * @param keyedBy what the record key is
 * @param carries the records that may stand in it; empty where no records are defined yet, or where
 *     bytes stand as they came
 * @param retention how long records are kept
 * @param partitions how many partitions it has
 * @param personalData whether it holds personal data
 * @param maxRecordBytes the largest batch of records the broker takes, in bytes; a record must fit
 *     in it with its headers
 */
public record Topic(
    String name,
    KeyedBy keyedBy,
    List<Class<? extends Record>> carries,
    TopicParties parties,
    Retention retention,
    PartitionCount partitions,
    PersonalData personalData,
    int maxRecordBytes) {

  /** Copies the collections. */
  public Topic {
    carries = List.copyOf(carries);
  }

  /** The settings with which the topic is created; all topics carry the broker's append time. */
  public Map<String, String> configuration() {
    Map<String, String> settings = new HashMap<>(retention.configuration());
    settings.put("message.timestamp.type", "LogAppendTime");
    settings.put("max.message.bytes", Integer.toString(maxRecordBytes));
    return Map.copyOf(settings);
  }
}
