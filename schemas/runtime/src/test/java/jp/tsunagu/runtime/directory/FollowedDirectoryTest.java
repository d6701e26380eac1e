package jp.tsunagu.runtime.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingContact;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.broker.BrokerAccess;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

class FollowedDirectoryTest {

  private static final AgencyId SHOGAI = new AgencyId("shogai");
  private final EmbeddedBroker server = EmbeddedBroker.shared();
  private final BrokerAccess broker = BrokerAccess.plain("test", server.bootstrapServers());
  private final DefaultKafkaProducerFactory<byte[], byte[]> producers =
      broker.producers("test", Map.of());
  private final Topics topics = new Topics(server.newNetwork("city"));
  private final Codec codec = Codec.standard();
  private final List<NetworkDirectory> heard = new CopyOnWriteArrayList<>();
  private final AtomicBoolean deaf = new AtomicBoolean();
  private final FollowedDirectory directory =
      new FollowedDirectory(topics, broker, codec, this::hear);

  @AfterEach
  void stop() {
    directory.close();
    producers.destroy();
  }

  @Test
  void what_stood_there_is_told_once_and_then_every_change() throws Exception {
    create();
    write(agency());
    write(contact());
    directory.start();
    assertThat(directory.awaitCaughtUp(SOON)).isTrue();
    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst().records()).hasSize(2);
    write(agency().left(LocalDate.of(2026, 4, 1)));
    await().atMost(SOON).until(() -> directory.get().formerAgency(SHOGAI).isPresent());
    write(contact().key(), null);
    await().atMost(SOON).until(() -> heard.getLast().meetingContact(SHOGAI).isEmpty());
    assertThat(heard.getLast().formerAgency(SHOGAI)).isPresent();
  }

  @Test
  void who_could_not_hear_of_a_change_is_told_again() throws Exception {
    create();
    deaf.set(true);
    write(agency());
    directory.start();
    await()
        .atMost(SOON)
        .until(() -> directory.health().getDetails().toString().contains("IllegalState"));
    assertThat(directory.isCaughtUp()).isFalse();
    deaf.set(false);
    assertThat(directory.awaitCaughtUp(SOON)).isTrue();
    assertThat(heard.getLast().agency(SHOGAI)).isPresent();
  }

  @Test
  void health_waits_for_the_settings_and_names_what_cannot_be_read() throws Exception {
    directory.start();
    assertThat(directory.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    create();
    write("agency/shogai", "no record".getBytes(UTF_8));
    assertThat(directory.awaitCaughtUp(SOON)).isTrue();
    await().atMost(SOON).until(() -> !directory.unreadableKeys().isEmpty());
    assertThat(directory.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    assertThat(directory.health().getDetails())
        .containsEntry("unreadable", Set.of("agency/shogai"));
  }

  private void hear(NetworkDirectory told, Set<String> unreadable) {
    if (deaf.get()) {
      throw new IllegalStateException("the database is away");
    }
    heard.add(told);
  }

  private void create() {
    server.make(new NewTopic(topics.directory().name(), 1, (short) 1));
  }

  private void write(DirectoryRecord record) throws ExecutionException, InterruptedException {
    write(record.key(), codec.encode((Record) record));
  }

  private void write(String key, byte @Nullable [] value)
      throws ExecutionException, InterruptedException {
    try (var producer = producers.createProducer()) {
      producer
          .send(new ProducerRecord<>(topics.directory().name(), key.getBytes(UTF_8), value))
          .get();
    }
  }

  private static MeetingContact contact() {
    return new MeetingContact(SHOGAI, "madoguchi@shogai.example");
  }

  private static Agency agency() {
    return new Agency(
        SHOGAI,
        "障害者相談支援センター",
        AgencyKind.OTHER,
        StatisticsField.OTHER,
        Participation.CONNECTOR,
        Set.of(),
        false,
        null);
  }
}
