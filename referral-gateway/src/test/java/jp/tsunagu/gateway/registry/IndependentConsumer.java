package jp.tsunagu.gateway.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A consumer that nobody of this project wrote the contract for: it knows the wire format (magic
 * byte 0, four bytes of schema id, Avro binary) and the address of a schema registry.
 */
final class IndependentConsumer {

  private final String bootstrapServers;
  private final String registry;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();
  private final Map<Integer, Schema> schemas = new HashMap<>();

  IndependentConsumer(String bootstrapServers, String registry) {
    this.bootstrapServers = bootstrapServers;
    this.registry = registry;
  }

  /** All records of a key that stand in the topic now. */
  List<GenericRecord> read(String topic, String key) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
    List<GenericRecord> records = new ArrayList<>();
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          if (new String(record.key(), StandardCharsets.UTF_8).equals(key)) {
            records.add(decode(record.value()));
          }
        }
      }
    }
    return records;
  }

  private GenericRecord decode(byte[] value) {
    ByteBuffer buffer = ByteBuffer.wrap(value);
    if (buffer.get() != 0) {
      throw new IllegalStateException("no magic byte");
    }
    Schema schema = schemas.computeIfAbsent(buffer.getInt(), this::fetch);
    var decoder =
        DecoderFactory.get().binaryDecoder(value, buffer.position(), buffer.remaining(), null);
    try {
      return new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private Schema fetch(int id) {
    var request =
        HttpRequest.newBuilder(URI.create(registry + "/schemas/ids/" + id))
            .header("Accept", "application/vnd.schemaregistry.v1+json")
            .build();
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Schema.Parser().parse(json.readTree(response.body()).get("schema").asString());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (InterruptedException exception) {
      throw new IllegalStateException(exception);
    }
  }
}
