package jp.tsunagu.gateway.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.gateway.configuration.GatewayProperties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;

/** How Kafka Streams is run here, and why. */
final class StreamSettings {

  /** So long a decision waits for others at most, where they come one after the other. */
  static final Duration COMMIT_INTERVAL = Duration.ofMillis(25);

  private StreamSettings() {}

  /** The name of the application: prefix of its changelogs and of its group. */
  static String applicationId(NetworkId network) {
    return new Topics(network).application(Party.GATEWAY);
  }

  /** For one process; no more threads than there are partitions to work on. */
  static Map<String, Object> of(GatewayProperties gateway, NetworkSettings city) {
    NetworkId network = city.networkId();
    Map<String, Object> settings = new HashMap<>();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(network));
    settings.put(StreamsConfig.STATE_DIR_CONFIG, gateway.stateDir().toString());
    settings.put(
        StreamsConfig.NUM_STREAM_THREADS_CONFIG, Math.min(gateway.threads(), city.partitions()));
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) gateway.replicationFactor());
    settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, gateway.standbyReplicas());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    // a decision is visible when its transaction is committed, and a transaction costs the broker
    // more than all the records of a referral: at once where little comes (CommitPace), and else
    // after so long. What waits for a commit while nothing more comes waits for the end of a poll
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL.toMillis());
    settings.put(StreamsConfig.POLL_MS_CONFIG, COMMIT_INTERVAL.toMillis());
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    fairness(settings);
    member(settings, gateway, network);
    producer(settings);
    return settings;
  }

  /** One agency's backlog must not hold up the others: small bites from every outbox in turn. */
  private static void fairness(Map<String, Object> settings) {
    settings.put(
        StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, WallclockTimestampExtractor.class);
    settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 50);
    settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 100);
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 65_536);
  }

  /** A static member: a process that comes back under its name takes up its tasks at once. */
  private static void member(
      Map<String, Object> settings, GatewayProperties gateway, NetworkId network) {
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
        applicationId(network) + "." + gateway.instance());
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
    settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.METADATA_MAX_AGE_CONFIG), 5_000);
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
  }

  private static void producer(Map<String, Object> settings) {
    // the commit sends whatever waits: what one transaction writes goes in few requests
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 100);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 2 << 20);
    // how long an inbox that was just deleted can hold up its task
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_BLOCK_MS_CONFIG), 10_000);
  }
}
