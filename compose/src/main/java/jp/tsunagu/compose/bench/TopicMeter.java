package jp.tsunagu.compose.bench;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.TopicToItsEnd;
import org.apache.kafka.common.TopicPartition;

/**
 * Records of the broker by kind of topic. Those of the network are read and counted; what its
 * offsets grew by beside them are the ends of transactions. Of Kafka's own topics the offsets are
 * told.
 */
final class TopicMeter implements Meter {
  private static final String SUM = "Kafka記録";
  private static final String MARKERS = "Kafkaトランザクションの終わり";
  private static final List<String> KINDS =
      List.of("outbox", "inbox", "referral.events", "changelog");
  private static final List<String> INTERNAL = List.of("__consumer_offsets", "__transaction_state");

  private final BrokerAccess broker;
  private final TopicEnds ends;
  private Map<TopicPartition, Long> before = Map.of();

  TopicMeter(BrokerAccess broker, TopicEnds ends) {
    this.broker = broker;
    this.ends = ends;
  }

  @Override
  public void begin() {
    before = ends.of(topic -> !topic.startsWith("bench."));
  }

  @Override
  public Map<String, Double> spent() {
    var now = ends.of(topic -> !topic.startsWith("bench."));
    var ours = only(now, false);
    var counted = counted(ours);
    var spent = new LinkedHashMap<String, Double>();
    var sum = counted.values().stream().mapToDouble(Double::doubleValue).sum();
    spent.put(SUM, sum);
    KINDS.forEach(kind -> spent.put(SUM + " " + kind, counted.getOrDefault(kind, 0.0)));
    spent.put(MARKERS, Math.max(0, grown(ours) - sum));
    for (var topic : INTERNAL) {
      var its =
          now.entrySet().stream()
              .filter(end -> end.getKey().topic().equals(topic))
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      spent.put(topic, grown(its));
    }
    return spent;
  }

  private static Map<TopicPartition, Long> only(Map<TopicPartition, Long> ends, boolean internal) {
    return ends.entrySet().stream()
        .filter(end -> end.getKey().topic().startsWith("__") == internal)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private double grown(Map<TopicPartition, Long> now) {
    return now.entrySet().stream()
        .mapToLong(end -> end.getValue() - before.getOrDefault(end.getKey(), 0L))
        .sum();
  }

  private Map<String, Double> counted(Map<TopicPartition, Long> now) {
    var kinds = new HashMap<String, Double>();
    try (var consumer = broker.consumer("counting", Map.of())) {
      consumer.assign(now.keySet());
      now.keySet().forEach(each -> consumer.seek(each, before.getOrDefault(each, 0L)));
      TopicToItsEnd.goOn(
          consumer,
          now,
          message -> {
            var end =
                now.getOrDefault(new TopicPartition(message.topic(), message.partition()), 0L);
            if (message.offset() < end) {
              kinds.merge(kind(message.topic()), 1.0, Double::sum);
            }
          });
    }
    return kinds;
  }

  private static String kind(String topic) {
    return KINDS.stream().filter(topic::contains).findFirst().orElse("rest");
  }
}
