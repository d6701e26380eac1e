package jp.tsunagu.runtime.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class FollowedTopicTest {

  private static EmbeddedBroker server;
  private static BrokerAccess broker;

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final AtomicBoolean mended = new AtomicBoolean();

  @BeforeAll
  static void startBroker() {
    server = EmbeddedBroker.start();
    broker = BrokerAccess.plain("test", server.bootstrapServers());
  }

  @AfterAll
  static void stopBroker() {
    server.close();
  }

  @Test
  void records_without_a_key_or_a_value_reach_the_sink_like_any_other() throws Exception {
    create("whole");
    write("whole", null, "a");
    write("whole", "k", null);
    try (FollowedTopic topic = new FollowedTopic("whole", broker, this::take)) {
      topic.start();
      await().atMost(SOON).until(topic::isCaughtUp);
      assertThat(seen).containsExactly("null=a", "k=null");
    }
  }

  @Test
  void an_error_of_the_sink_is_told_and_the_record_comes_again_until_it_is_taken()
      throws Exception {
    create("faulty");
    write("faulty", "k", "good");
    write("faulty", "k", "bad");
    write("faulty", "k", "after");
    try (FollowedTopic topic = new FollowedTopic("faulty", broker, this::takeUnlessBad)) {
      topic.start();
      await().atMost(SOON).until(() -> topic.obstacle().isPresent());
      assertThat(topic.isCaughtUp()).isFalse();
      assertThat(topic.obstacle().orElseThrow())
          .startsWith("faulty-0 at 1: java.lang.AssertionError at ")
          .doesNotContain("secret");
      assertThat(seen).containsExactly("k=good");
      mended.set(true);
      await().atMost(SOON).until(topic::isCaughtUp);
      assertThat(seen).containsExactly("k=good", "k=bad", "k=after");
      assertThat(topic.standing()).isEqualTo(new Standing.Following());
    }
  }

  @Test
  void a_topic_that_is_made_later_is_waited_for_and_says_so() throws Exception {
    try (FollowedTopic topic = new FollowedTopic("later", broker, this::take)) {
      topic.start();
      await().atMost(SOON).until(() -> topic.standing() instanceof Standing.Away);
      create("later");
      write("later", "k", "v");
      await().atMost(SOON).until(() -> topic.isCaughtUp() && seen.contains("k=v"));
    }
  }

  @Test
  void a_topic_that_went_back_behind_what_was_read_is_told_and_read_no_further() throws Exception {
    create("went-back");
    for (String value : List.of("a", "b", "c")) {
      write("went-back", "k", value);
    }
    try (FollowedTopic topic = new FollowedTopic("went-back", broker, this::take)) {
      topic.start();
      await().atMost(SOON).until(topic::isCaughtUp);
      try (Admin admin = broker.admin("restores")) {
        admin.deleteTopics(List.of("went-back")).all().get();
        create("went-back");
        write("went-back", "k", "other");
        await().atMost(SOON).until(() -> topic.standing() instanceof Standing.Beyond);
      }
      assertThat(topic.standing().inWords()).contains("went-back-0", "3", "起動し直して");
      assertThat(seen).as("nothing of another past").containsExactly("k=a", "k=b", "k=c");
      assertThat(new FollowedTopics(List.of(topic)).health().build().getStatus())
          .isEqualTo(Status.OUT_OF_SERVICE);
    }
    seen.clear();
    try (FollowedTopic again = new FollowedTopic("went-back", broker, this::take)) {
      again.start();
      await().atMost(SOON).until(again::isCaughtUp);
      assertThat(seen).containsExactly("k=other");
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    seen.add(text(record.key()) + "=" + text(record.value()));
  }

  private void takeUnlessBad(ConsumerRecord<byte[], byte[]> record) {
    if (!mended.get() && text(record.value()).equals("bad")) {
      throw new AssertionError("secret");
    }
    take(record);
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "null" : new String(bytes, UTF_8);
  }

  private static void create(String topic) {
    server.make(new NewTopic(topic, 1, (short) 1));
  }

  private static void write(String topic, @Nullable String key, @Nullable String value)
      throws ExecutionException, InterruptedException {
    var producers = broker.producers("test", Map.of());
    producers
        .createProducer()
        .send(
            new ProducerRecord<>(
                topic,
                key == null ? null : key.getBytes(UTF_8),
                value == null ? null : value.getBytes(UTF_8)))
        .get();
    producers.destroy();
  }
}
