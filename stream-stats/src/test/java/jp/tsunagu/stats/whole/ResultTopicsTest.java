package jp.tsunagu.stats.whole;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.testing.MadeTopics;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.stats.testing.CaseStory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The results of a running application, as another program reads them. */
@Tag("slow")
class ResultTopicsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Clock CLOCK =
      Clock.fixed(CaseStory.tokyo("2026-09-10T12:00"), TokyoTime.ZONE);

  @Test
  void they_wait_for_their_topics_tell_only_what_changed_and_leave_nothing_behind(
      @TempDir Path state) throws Exception {
    try (CityBroker city = new CityBroker();
        Admin admin = Admin.create(Map.of("bootstrap.servers", city.servers()));
        RunningStats _ = new RunningStats(city, state, CLOCK)) {
      city.append(cases(1, 8, Field.POVERTY));
      List<Topic> topics = city.topics.statistics();
      assertThat(admin.listTopics().names().get())
          .doesNotContainAnyElementsOf(topics.stream().map(Topic::name).toList());
      create(admin, topics.subList(0, 1));
      leftOver(city);
      create(admin, topics.subList(1, topics.size()));
      everythingIsTold(city);
      onlyTheChangeIsTold(city);
    }
  }

  private static void everythingIsTold(CityBroker city) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(city.topics.statistics())
                    .allSatisfy(topic -> assertThat(read(city, topic)).isNotEmpty()));
    assertThat(last(city, "caseload", "all").orElseThrow().get("openCases").asLong()).isEqualTo(8);
    assertThat(last(city, "caseload", "agency/desk").orElseThrow().get("openCases").asLong())
        .isEqualTo(8);
    assertThat(last(city, "caseload", "agency/closed-down")).isEmpty();
    assertThat(last(city, "answers", "all").orElseThrow().get("sent").asLong()).isEqualTo(8);
    assertThat(last(city, "times", "all/ACCEPTANCE").orElseThrow().get("medianMinutes").asLong())
        .isEqualTo(60);
    assertThat(last(city, "consultations", "POVERTY").orElseThrow().get("newCases").asLong())
        .isEqualTo(8);
  }

  /** One more case of another field and another agency: small, so that only the whole moves. */
  private static void onlyTheChangeIsTold(CityBroker city) {
    Topic caseload = city.topics.stats("caseload");
    int before = read(city, caseload).size();
    city.append(
        new CaseStory(50)
            .at("2026-09-10T11:00")
            .received("hokatsu", "chubu", Field.CHILDREN)
            .events());
    await()
        .atMost(SOON)
        .until(() -> last(city, "caseload", "all").orElseThrow().get("openCases").asLong() == 9);
    List<ConsumerRecord<String, String>> all = read(city, caseload);
    assertThat(all.subList(before, all.size()))
        .extracting(ConsumerRecord::key)
        .doesNotContain("agency/shogai")
        .doesNotHaveDuplicates();
    JsonNode small = last(city, "caseload", "agency/hokatsu").orElseThrow();
    assertThat(small.get("suppressed").asBoolean()).isTrue();
    assertThat(small.has("openCases")).isFalse();
  }

  private static List<CaseEvent> cases(int first, int count, Field field) {
    List<CaseEvent> events = new ArrayList<>();
    for (int number = first; number < first + count; number++) {
      events.addAll(
          new CaseStory(number)
              .at("2026-09-09T10:00")
              .received("desk", "chubu", field)
              .sent(1, "desk", "shogai")
              .at("2026-09-09T11:00")
              .accepted(1)
              .events());
    }
    return events;
  }

  private static void create(Admin admin, List<Topic> topics) {
    MadeTopics.make(
        admin,
        topics.stream()
            .map(
                topic ->
                    new NewTopic(topic.name(), topic.partitions().in(3), (short) 1)
                        .configs(topic.configuration()))
            .toList());
  }

  /** A record of an earlier life about an agency that is there no more. */
  private static void leftOver(CityBroker city) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", city.servers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  city.topics.stats("caseload").name(), "agency/closed-down", "{}"))
          .get();
    }
  }

  private static Optional<JsonNode> last(CityBroker city, String statistic, String key) {
    return read(city, city.topics.stats(statistic)).stream()
        .filter(record -> record.key().equals(key))
        .reduce((_, later) -> later)
        .flatMap(record -> Optional.ofNullable(record.value()))
        .map(text -> JSON.readTree(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<ConsumerRecord<String, String>> read(CityBroker city, Topic topic) {
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    TopicPartition partition = new TopicPartition(topic.name(), 0);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", city.servers()),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }
}
