package jp.tsunagu.runtime.broker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/**
 * How this process reaches the broker, and the only place where its clients are made.
 *
 * <p>Everything an operator sets ({@code spring.kafka.*}: servers, SSL bundle, SASL, client id)
 * holds for every client; what a client must be, so that nothing is lost or half done, is set over
 * it by whoever asks for one. A client is called {@code <client id>-<purpose>}, in metrics too.
 * Thread-safe; what it makes is closed by whoever asked.
 */
public final class BrokerAccess {

  /**
   * A broker that comes back is noticed within a second, also after a long absence. One whose
   * machine is gone answers nothing, not even that it is not there: who waits for it learns nothing
   * of its successor meanwhile, and Kafka's own patience doubles with each try, to half a minute.
   */
  private static final Map<String, Object> UNLESS_SET =
      Map.of(
          CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG,
          1_000,
          CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG,
          2_000,
          CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG,
          4_000);

  /**
   * No reader of ours sees what was rolled back, keeps its place at the broker or makes a topic.
   */
  private static final Map<String, Object> EVERY_READER =
      Map.of(
          ConsumerConfig.ISOLATION_LEVEL_CONFIG,
          "read_committed",
          ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
          false,
          ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
          false,
          ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
          "earliest");

  /**
   * Every record is acknowledged by all replicas and written once. One request at a time: in a
   * partition that was just made, the first of several could be refused and those after it taken,
   * and then it would be out of order until the end of its delivery (KAFKA-15591).
   */
  private static final Map<String, Object> EVERY_WRITER =
      Map.of(
          ProducerConfig.ACKS_CONFIG,
          "all",
          ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
          true,
          ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
          1);

  /** How a fault in a global store is met; Kafka has the name for this version alone. */
  private static final String GLOBAL_FAULTS = "processing.exception.handler.global.enabled";

  /**
   * The producers of a stream begin in partitions that were just made as well. A fault in a global
   * store is met like any other: we have none, but Kafka warns whoever leaves it open, at every
   * start, and once more for each consumer, whose settings are read alone.
   */
  private static final Map<String, Object> EVERY_STREAM =
      Map.of(
          StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION),
          1,
          GLOBAL_FAULTS,
          true,
          StreamsConfig.mainConsumerPrefix(GLOBAL_FAULTS),
          true);

  private final String clientId;
  private final ClientSettings settings;
  private final ClientListeners listeners;
  private final Set<String> own;
  private final @Nullable String remedy;

  BrokerAccess(String clientId, ClientSettings settings, ClientListeners listeners) {
    this(clientId, settings, listeners, Set.of(), null);
  }

  private BrokerAccess(
      String clientId,
      ClientSettings settings,
      ClientListeners listeners,
      Set<String> own,
      @Nullable String remedy) {
    this.own = Set.copyOf(own);
    this.remedy = remedy;
    this.clientId = clientId;
    this.settings = settings;
    this.listeners = listeners;
  }

  /** To these servers (host:port, several separated by commas), without encryption or login. */
  public static BrokerAccess plain(String clientId, String servers) {
    return new BrokerAccess(clientId, ClientSettings.plain(servers), ClientListeners.NONE);
  }

  /** The same with these settings of Kafka's own on top, such as the credentials of an agency. */
  public BrokerAccess with(Map<String, String> further) {
    if (further.isEmpty()) {
      return this;
    }
    Set<String> all = new HashSet<>(own);
    all.addAll(further.keySet());
    return new BrokerAccess(clientId, settings.with(further), listeners, all, remedy);
  }

  /**
   * The same with a login that somebody else gave and may end, which is no fault of the settings.
   *
   * @param remedy what a person does then, in Japanese
   */
  public BrokerAccess withLoginFrom(String remedy) {
    return new BrokerAccess(clientId, settings, listeners, own, remedy);
  }

  /** What a person does where the login is refused, if that is no fault of the settings. */
  Optional<String> remedy() {
    return Optional.ofNullable(remedy);
  }

  /** Whether this setting of Kafka's was laid over the common ones. */
  boolean isOwn(String setting) {
    return own.contains(setting);
  }

  /** Tries it once, for at most some seconds. */
  public Connection connection() throws InterruptedException {
    try (ConnectionTry once = new ConnectionTry(this, "spring.kafka")) {
      return once.now();
    }
  }

  /** The servers asked first, as an operator wrote them. */
  public String servers() {
    return settings.servers();
  }

  /** How the connection is made: PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL. */
  public String securityProtocol() {
    return settings.securityProtocol();
  }

  /**
   * Whether it would ask in the clear where TLS is wanted: by then no client may be made. False
   * where nobody answers.
   */
  public boolean isInTheClearToTls() {
    return securityProtocol().endsWith("PLAINTEXT") && Listener.wantsTls(servers());
  }

  /**
   * A consumer of bytes: committed records only, no place kept at the broker, the earliest record
   * where it has no place. It belongs to no group.
   *
   * @param purpose what it reads, for its name; of its own where several live side by side
   * @param ours settings over the operator's
   */
  public Consumer<byte[], byte[]> consumer(String purpose, Map<String, Object> ours) {
    Map<String, Object> all = named(settings.consumer(), purpose);
    all.putAll(EVERY_READER);
    all.putAll(ours);
    DefaultKafkaConsumerFactory<byte[], byte[]> factory =
        new DefaultKafkaConsumerFactory<>(
            all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    listeners.listenTo(factory);
    return factory.createConsumer();
  }

  /**
   * A maker of one producer of bytes, shared by all who ask it; {@code destroy} closes it. Every
   * record is acknowledged by all replicas and written once.
   *
   * @param purpose what it writes, for its name
   * @param ours settings over the operator's
   */
  public DefaultKafkaProducerFactory<byte[], byte[]> producers(
      String purpose, Map<String, Object> ours) {
    Map<String, Object> all = named(settings.producer(), purpose);
    all.putAll(EVERY_WRITER);
    all.putAll(ours);
    DefaultKafkaProducerFactory<byte[], byte[]> factory =
        new DefaultKafkaProducerFactory<>(
            all, new ByteArraySerializer(), new ByteArraySerializer());
    listeners.listenTo(factory);
    return factory;
  }

  /** For questions about topics and groups, and for what may be done to them. */
  public Admin admin(String purpose) {
    return admin(purpose, Map.of());
  }

  Admin admin(String purpose, Map<String, Object> ours) {
    Map<String, Object> all = named(settings.admin(), purpose);
    all.putAll(ours);
    return Admin.create(all);
  }

  /** What a stream is run with: the operator's settings, and these over them. */
  public Properties streams(Map<String, Object> ours) {
    Properties all = new Properties();
    all.putAll(UNLESS_SET);
    all.putAll(settings.streams());
    all.putAll(EVERY_STREAM);
    all.putAll(ours);
    return all;
  }

  ClientListeners listeners() {
    return listeners;
  }

  private Map<String, Object> named(Map<String, Object> given, String purpose) {
    Map<String, Object> all = new HashMap<>(UNLESS_SET);
    all.putAll(given);
    all.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId + "-" + purpose);
    return all;
  }

  /** Names the servers; never what it logs in with. */
  @Override
  public String toString() {
    return "BrokerAccess[" + servers() + "]";
  }
}
