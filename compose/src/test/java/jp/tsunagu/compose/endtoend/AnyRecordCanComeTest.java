package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.compose.city.SampleCity.HOKATSU;
import static jp.tsunagu.compose.city.SampleCity.MANAGER_TOKEN;
import static jp.tsunagu.compose.city.SampleCity.SHOGAI_SOUDAN;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.client.ServiceClient;
import jp.tsunagu.compose.run.DataFolder;
import jp.tsunagu.compose.run.Ports;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.compose.run.TestFolders;
import jp.tsunagu.contract.testing.BadRecord;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every topic of the catalogue gets a record of every kind that nobody can use; then everything is
 * restarted. It starts, what is untouched goes through, and the touched case is named.
 */
@Tag("slow")
class AnyRecordCanComeTest {
  private static final Topics TOPICS = new Topics(SampleCity.NETWORK);

  /** Reads the network of this folder until it is closed. */
  private record Run(DataFolder folder, SingleMachine machine, HttpClient http)
      implements AutoCloseable {

    static Run start(Path data) throws TimeoutException, IOException {
      var folder = TestFolders.claimed(data);
      severalPartitions(folder.city());
      var settings = new SingleMachine.Settings(folder, Ports.anyFree(), false, Map.of());
      return new Run(folder, SingleMachine.start(settings, _ -> {}), HttpClient.newHttpClient());
    }

    /** So that a record can stand in the wrong one. */
    private static void severalPartitions(Path city) throws IOException {
      SampleCity.writeUnlessThere(city);
      Files.writeString(
          city, Files.readString(city).replaceFirst("partitions: \\d+", "partitions: 3"));
    }

    /** A new household is referred and accepted; gives its case. */
    String referral() {
      var sender = new AgencyClient(http, machine.connector(), HOKATSU);
      var receiver = new AgencyClient(http, machine.connector(), SHOGAI_SOUDAN);
      var sent = sender.register(Forms.sentTo(SHOGAI_SOUDAN).toString());
      assertThat(sent.isSuccess()).as(sent.toString()).isTrue();
      var referral = sent.text("referralId");
      await().atMost(SOON).until(() -> receiver.act(referral, "accept", "{}").isSuccess());
      await()
          .atMost(SOON)
          .until(() -> sender.referral(referral).body().toString().contains("ACCEPTED"));
      return sent.text("caseId");
    }

    /** What everybody is told. */
    String health(URI service) {
      return new ServiceClient(http, service, "").get("/actuator/health").body().toString();
    }

    /**
     * What somebody is told who may know: of a case whose state cannot be read, the desk and nobody
     * else.
     */
    String named(URI service) {
      return service.equals(machine.connector())
          ? new AgencyClient(http, service, HOKATSU).service().get("/aside").body().toString()
          : new ServiceClient(http, service, SampleCity.tokenOf(SampleCity.DESK))
              .get("/actuator/health/aside")
              .body()
              .toString();
    }

    String caseload() {
      URI statistics = machine.statistics().orElseThrow();
      return new ServiceClient(http, statistics, MANAGER_TOKEN)
          .get("/api/caseload")
          .body()
          .toString();
    }

    @Override
    public void close() {
      http.shutdownNow();
      machine.close();
      folder.close();
    }
  }

  @Test
  void everything_starts_again_what_is_untouched_goes_through_and_the_touched_case_is_named(
      @TempDir Path data) throws Exception {
    String touched;
    try (Run before = Run.start(data)) {
      touched = before.referral();
      spoilEverything(before.machine().broker().ofItself(), touched);
      before.referral();
    }
    try (Run after = Run.start(data)) {
      after.referral();
      var services =
          Map.of(
              "gateway", after.machine().gateway(),
              "connector", after.machine().connector(),
              "scheduler", after.machine().scheduler(),
              "statistics", after.machine().statistics().orElseThrow());
      services.forEach(
          (name, service) ->
              await()
                  .atMost(SOON)
                  .untilAsserted(
                      () -> assertThat(after.named(service)).as(name).contains(touched)));
      services.forEach(
          (name, service) ->
              assertThat(after.health(service)).as(name).contains("held").doesNotContain(touched));
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(after.caseload()).contains("不完全", "\"rows\""));
    }
  }

  private static void spoilEverything(Map<String, String> broker, String touched)
      throws IOException {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put("max.request.size", 4 << 20);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (Topic topic : catalogue()) {
        spoil(producer, broker, topic, touched);
      }
    }
  }

  /**
   * All of the sample city's network, but for the gateway's own state: who can write there decides
   * in its place.
   */
  private static List<Topic> catalogue() {
    return Stream.of(
            TOPICS.shared().stream(),
            TOPICS.statistics().stream(),
            SampleCity.everyone().stream().flatMap(agency -> TOPICS.of(agency).stream()))
        .flatMap(topics -> topics)
        .filter(topic -> !topic.equals(TOPICS.caseState()))
        .toList();
  }

  private static void spoil(
      KafkaProducer<byte[], byte[]> producer,
      Map<String, String> broker,
      Topic topic,
      String touched) {
    List<ConsumerRecord<byte[], byte[]>> there = read(broker, topic);
    int partitions = producer.partitionsFor(topic.name()).size();
    byte[] good =
        there.isEmpty() ? touched.getBytes(StandardCharsets.UTF_8) : there.getLast().value();
    String key =
        partitions > 1 || there.isEmpty()
            ? touched
            : new String(there.getLast().key(), StandardCharsets.UTF_8);
    BadRecord.ofEveryKind(topic, key, UUID.randomUUID().toString(), good, partitions)
        .forEach(
            bad -> {
              var sent = producer.send(bad.record());
              producer.flush();
              assertThat(sent).as("%s %s", topic.name(), bad.kind()).isDone();
            });
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(
      Map<String, String> broker, Topic topic) {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put("isolation.level", "read_committed");
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      Set<TopicPartition> partitions =
          Set.copyOf(
              consumer.partitionsFor(topic.name()).stream()
                  .map(each -> new TopicPartition(each.topic(), each.partition()))
                  .toList());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                record -> {
                  if (record.key() != null && record.value() != null) {
                    found.add(record);
                  }
                });
      }
    }
    return found;
  }
}
