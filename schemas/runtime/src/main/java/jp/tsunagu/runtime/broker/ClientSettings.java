package jp.tsunagu.runtime.broker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.kafka.autoconfigure.SslBundleSslEngineFactory;
import org.springframework.boot.ssl.SslBundle;

/** What an operator set, by kind of client, as Kafka takes it. */
record ClientSettings(
    Map<String, Object> consumer,
    Map<String, Object> producer,
    Map<String, Object> admin,
    Map<String, Object> streams) {

  ClientSettings {
    consumer = Map.copyOf(consumer);
    producer = Map.copyOf(producer);
    admin = Map.copyOf(admin);
    streams = Map.copyOf(streams);
  }

  static ClientSettings of(KafkaProperties set, KafkaConnectionDetails connection) {
    return new ClientSettings(
        connected(set.buildConsumerProperties(), connection.getConsumer()),
        connected(set.buildProducerProperties(), connection.getProducer()),
        connected(set.buildAdminProperties(), connection.getAdmin()),
        connected(set.buildStreamsProperties(), connection.getStreams()));
  }

  static ClientSettings plain(String servers) {
    Map<String, Object> all = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
    return new ClientSettings(all, all, all, all);
  }

  ClientSettings with(Map<String, String> further) {
    return new ClientSettings(
        both(consumer, further),
        both(producer, further),
        both(admin, further),
        both(streams, further));
  }

  String servers() {
    return switch (admin.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
      case List<?> several -> String.join(",", several.stream().map(Object::toString).toList());
      case Object one -> one.toString();
      case null -> "";
    };
  }

  String securityProtocol() {
    return Optional.ofNullable(admin.get(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG))
        .map(Object::toString)
        .orElse(CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL);
  }

  private static Map<String, Object> both(Map<String, Object> common, Map<String, String> further) {
    Map<String, Object> all = new HashMap<>(common);
    all.putAll(further);
    return all;
  }

  /** As Boot lays connection details over its own factories. */
  private static Map<String, Object> connected(
      Map<String, Object> given, KafkaConnectionDetails.Configuration connection) {
    Map<String, Object> all = new HashMap<>(given);
    all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, connection.getBootstrapServers());
    String protocol = connection.getSecurityProtocol();
    if (protocol != null && !protocol.isBlank()) {
      all.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol);
    }
    SslBundle bundle = connection.getSslBundle();
    if (bundle != null) {
      all.put(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG, SslBundleSslEngineFactory.class);
      all.put(SslBundle.class.getName(), bundle);
    }
    return all;
  }

  /** Settings may hold passwords. */
  @Override
  public String toString() {
    return "ClientSettings[***]";
  }
}
