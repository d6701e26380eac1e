package jp.tsunagu.connector.outbox.kafka;

import java.util.Map;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.agency.HostedAgency;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.stereotype.Component;

/**
 * Makes producers that never give a record up by themselves: idempotent, all replicas, no delivery
 * deadline. The default partitioner puts a key where murmur2 says.
 */
@Component
final class Producers {

  private final ConnectorProperties properties;

  Producers(ConnectorProperties properties) {
    this.properties = properties;
  }

  Producer<byte[], byte[]> of(HostedAgency agency) {
    Map<String, Object> settings = properties.clientSettings(agency);
    settings.put("enable.idempotence", "true");
    settings.put("acks", "all");
    settings.put("max.in.flight.requests.per.connection", "5");
    settings.put("delivery.timeout.ms", Integer.toString(Integer.MAX_VALUE));
    settings.put("request.timeout.ms", "10000");
    settings.put("max.block.ms", "10000");
    settings.put("linger.ms", "0");
    settings.put("buffer.memory", Integer.toString(8 << 20));
    settings.put("client.id", "outbox-" + agency.id());
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
