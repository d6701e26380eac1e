package jp.tsunagu.connector.inbox.kafka;

import java.util.Map;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.agency.HostedAgency;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.stereotype.Component;

/** Makes consumers without a group: the place is kept in the database, lost records are noticed. */
@Component
final class Consumers {

  private final ConnectorProperties properties;

  Consumers(ConnectorProperties properties) {
    this.properties = properties;
  }

  Consumer<byte[], byte[]> of(HostedAgency agency) {
    Map<String, Object> settings = properties.clientSettings(agency);
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "none");
    settings.put("enable.auto.commit", "false");
    settings.put("allow.auto.create.topics", "false");
    settings.put("max.poll.records", "100");
    settings.put("max.partition.fetch.bytes", "262144");
    settings.put("default.api.timeout.ms", "10000");
    settings.put("client.id", "inbox-" + agency.id());
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
