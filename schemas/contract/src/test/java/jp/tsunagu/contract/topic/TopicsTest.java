package jp.tsunagu.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentRecorded;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTest {
  private static final AgencyId AGENCY = new AgencyId("hokatsu-higashi");
  private final Topics topics = new Topics(new NetworkId("tachikawa"));

  private List<Topic> all() {
    return Stream.of(topics.shared(), topics.of(AGENCY), List.of(topics.stats("caseload")))
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void names_are_what_operators_grant_rights_on() {
    assertThat(all())
        .extracting(Topic::name)
        .containsExactly(
            "tachikawa.directory.v1",
            "tachikawa.referral.events.v1",
            "tachikawa.referral-gateway-cases-changelog",
            "tachikawa.case.protected.v1",
            "tachikawa.dlq.v1",
            "tachikawa.meeting.commands.v1",
            "tachikawa.meeting.events.v1",
            "tachikawa.meeting.people.v1",
            "tachikawa.gateway.aside.v1",
            "tachikawa.scheduler.aside.v1",
            "tachikawa.stats.aside.v1",
            "tachikawa.agency.hokatsu-higashi.inbox.v1",
            "tachikawa.agency.hokatsu-higashi.outbox.v1",
            "tachikawa.stats.caseload.v1")
        .allSatisfy(name -> org.apache.kafka.common.internals.Topic.validate(name));
  }

  @Test
  void every_topic_carries_the_brokers_time_and_a_limit() {
    assertThat(all())
        .allSatisfy(
            topic ->
                assertThat(topic.configuration())
                    .containsEntry("message.timestamp.type", "LogAppendTime")
                    .containsKeys("cleanup.policy", "max.message.bytes"));
    assertThat(topics.ledger().configuration()).containsEntry("retention.ms", "-1");
    assertThat(topics.outbox(AGENCY).configuration()).containsEntry("retention.ms", "2592000000");
    assertThat(topics.caseState().configuration()).containsEntry("cleanup.policy", "compact");
  }

  @Test
  void what_may_hold_a_sealed_dossier_expires_and_is_read_by_one_party() {
    assertThat(all())
        .filteredOn(topic -> topic.personalData() == PersonalData.SEALED)
        .hasSize(3)
        .allSatisfy(
            topic -> {
              assertThat(topic.retention()).isInstanceOf(Retention.Days.class);
              assertThat(topic.parties().readBy()).hasSize(1);
            });
  }

  @Test
  void names_of_staff_are_read_by_their_writer_alone() {
    assertThat(all())
        .filteredOn(topic -> topic.personalData() == PersonalData.STAFF)
        .singleElement()
        .satisfies(
            topic ->
                assertThat(topic.parties().readBy()).containsExactly(topic.parties().writtenBy()));
  }

  @Test
  void what_the_gateway_makes_of_the_largest_command_fits_where_it_goes() {
    int sent = topics.outbox(AGENCY).maxRecordBytes();
    assertThat(topics.inbox(AGENCY).maxRecordBytes()).isGreaterThan(sent);
    assertThat(topics.deadLetters().maxRecordBytes()).isGreaterThan(sent);
  }

  @Test
  void topics_of_cases_have_the_networks_partitions_and_meetings_have_one() {
    assertThat(topics.ledger().partitions().in(6)).isEqualTo(6);
    assertThat(topics.meetingEvents().partitions().in(6)).isEqualTo(1);
    assertThat(topics.inbox(AGENCY).partitions()).isEqualTo(topics.outbox(AGENCY).partitions());
  }

  @Test
  void the_ledger_carries_events_and_never_a_dossier() {
    assertThat(topics.ledger().carries())
        .contains(ConsentRecorded.class)
        .doesNotContain(DossierDelivered.class);
    assertThat(topics.inbox(AGENCY).carries()).contains(DossierDelivered.class);
  }

  @Test
  void an_outbox_tells_whose_it_is() {
    assertThat(topics.outboxOwner(topics.outbox(AGENCY).name())).contains(AGENCY);
    assertThat(topics.outboxPattern().matcher(topics.outbox(AGENCY).name()).matches()).isTrue();
    assertThat(topics.outboxOwner(topics.inbox(AGENCY).name())).isEmpty();
    var other = new Topics(new NetworkId("tachikawa-kita")).outbox(AGENCY).name();
    assertThat(topics.outboxOwner(other)).isEmpty();
    assertThat(topics.outboxPattern().matcher(other).matches()).isFalse();
    assertThat(topics.outboxOwner("tachikawa.agency.1.outbox.v1")).isEmpty();
    assertThat(topics.outboxOwner("tachikawaXagency.desk.outbox.v1")).isEmpty();
  }

  @Test
  void the_published_statistics_have_one_partition_each_and_keep_the_last_value() {
    assertThat(topics.statistics())
        .extracting(Topic::name)
        .containsExactly(
            "tachikawa.stats.caseload.v1",
            "tachikawa.stats.answers.v1",
            "tachikawa.stats.times.v1",
            "tachikawa.stats.consultations.v1");
    assertThat(topics.statistics())
        .allSatisfy(
            topic -> {
              assertThat(topic.partitions().in(6)).isOne();
              assertThat(topic.configuration()).containsEntry("cleanup.policy", "compact");
            });
  }

  @Test
  void a_statistic_has_a_plain_name() {
    assertThatIllegalArgumentException().isThrownBy(() -> topics.stats("Caseload.all"));
  }

  @ParameterizedTest
  @CsvSource({"21,-973932308", "foobar,-790332482", "a-little-bit-long-string,-985981536"})
  void partitions_are_murmur2_of_the_key_as_every_client_computes_it(String key, int murmur2) {
    assertThat(Partitions.of(key, 6)).isEqualTo((murmur2 & 0x7fffffff) % 6);
  }

  @Test
  void partitions_are_those_of_kafkas_own_producer() {
    var random = new SplittableRandom(5);
    for (int i = 0; i < 1_000; i++) {
      String key = Long.toHexString(random.nextLong());
      assertThat(Partitions.of(key, 6))
          .isEqualTo(BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), 6));
    }
  }
}
