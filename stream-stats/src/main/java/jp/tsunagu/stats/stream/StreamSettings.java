package jp.tsunagu.stats.stream;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.runtime.broker.BrokerAccess;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How Kafka Streams is run here.
 *
 * @param broker the way to it
 * @param instance name of this process among those of one network; keep it over restarts
 * @param advertised host:port under which the other instances reach this one
 */
public record StreamSettings(
    BrokerAccess broker,
    NetworkId network,
    Path stateDir,
    String instance,
    String advertised,
    Sizes sizes,
    int commitMilliseconds) {

  private static final long CACHE_BYTES = 32L << 20;

  /** The name of the application with the version of what it stores: changelogs and group. */
  public static String applicationId(NetworkId network) {
    return new Topics(network).application(Party.STATS) + ".v" + FactsBytes.VERSION;
  }

  /** The topic in which this store's changes stand. */
  public static String changelog(NetworkId network, String store) {
    return applicationId(network) + "-" + store + "-changelog";
  }

  /** As Kafka Streams takes them, with the way to the broker. */
  public Properties properties() {
    return broker.streams(ours());
  }

  /** What stands over the operator's settings. */
  public Map<String, Object> ours() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(network));
    settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, advertised);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, sizes.threads());
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, sizes.replicationFactor());
    settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, sizes.standbyReplicas());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    // the longer, the fewer writes of the same case; figures do not wait for it
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitMilliseconds);
    // so long the figures of the last event may wait when no other follows
    settings.put(StreamsConfig.POLL_MS_CONFIG, 10);
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    member(settings);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 2 << 20);
    return settings;
  }

  /** A static member: a process that comes back under its name takes up its tasks at once. */
  private void member(Map<String, Object> settings) {
    main(
        settings, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, applicationId(network) + "." + instance);
    main(settings, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    main(settings, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    main(settings, ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
    main(settings, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
  }

  private static void main(Map<String, Object> settings, String name, Object value) {
    settings.put(StreamsConfig.mainConsumerPrefix(name), value);
  }

  /**
   * How many threads work here, and how often their state stands elsewhere.
   *
   * @param replicationFactor of the changelogs; -1 takes the brokers' default
   */
  public record Sizes(int threads, int standbyReplicas, int replicationFactor) {}
}
