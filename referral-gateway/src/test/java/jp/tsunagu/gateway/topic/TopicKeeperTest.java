package jp.tsunagu.gateway.topic;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import jp.tsunagu.contract.testing.MadeTopics;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.gateway.testing.CityFile;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a real broker, in one go: what is missing, what is wrong, what comes back. */
class TopicKeeperTest {
  private static final AgencyId SHOGAI = new AgencyId("shogai");
  private static final AgencyId KONKYU = new AgencyId("konkyu");
  private static final EmbeddedBroker BROKER = EmbeddedBroker.shared();
  private static Admin admin;
  private final NetworkConfiguration network = CityFile.configuration(BROKER.newNetwork("city"));
  private final Topics topics = new Topics(network.settings().networkId());

  @BeforeAll
  static void start() {
    admin = Admin.create(Map.of("bootstrap.servers", BROKER.bootstrapServers()));
  }

  @AfterAll
  static void stop() {
    admin.close();
  }

  @Test
  void what_is_missing_is_told_then_created_and_what_is_wrong_sets_one_agency_aside()
      throws Exception {
    TopicReport before = report(keeper(false));
    assertThat(before.usable()).isEmpty();
    assertThat(before.shared()).hasSize(topics.shared().size());
    assertThat(before.faults()).allMatch(fault -> fault.actual() == 0);

    MadeTopics.make(admin, new NewTopic(topics.outbox(KONKYU).name(), 3, (short) 1));
    TopicReport created = report(keeper(true));
    assertThat(created.shared()).isEmpty();
    assertThat(created.bornOtherwise(topics.ledger())).isEmpty();
    assertThat(created.usable()).hasSize(3).contains(SHOGAI).doesNotContain(KONKYU);
    assertThat(created.ofAgencies())
        .containsExactly(new TopicFault(KONKYU, topics.outbox(KONKYU).name(), 6, 3));
    assertThat(created.ofAgencies().getFirst().message()).contains("パーティション数が 3", "正しくは 6");
    assertThat(names()).doesNotContain(topics.inbox(new AgencyId("hokenjo")).name());
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(names())
                    .containsAll(topics.statistics().stream().map(Topic::name).toList()));
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(settings(topics.ledger()).get("message.timestamp.type").value())
                    .isEqualTo("LogAppendTime"));

    deleteAnInboxAndSeeItComeBack();
  }

  private void deleteAnInboxAndSeeItComeBack() throws Exception {
    admin.deleteTopics(List.of(topics.inbox(SHOGAI).name())).all().get();
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(names()).doesNotContain(topics.inbox(SHOGAI).name()));
    assertThat(report(keeper(false)).usable()).doesNotContain(SHOGAI);
    assertThat(report(keeper(true)).usable()).contains(SHOGAI);
  }

  @Test
  void a_network_is_told_the_number_of_partitions_that_it_was_born_with() {
    MadeTopics.make(admin, new NewTopic(topics.ledger().name(), 12, (short) 1));
    assertThat(report(keeper(false)).bornOtherwise(topics.ledger()))
        .hasValueSatisfying(
            line -> assertThat(line).contains("network.partitions が 6", "12 に戻してください"));
  }

  @Test
  void brokers_that_do_not_answer_are_told_apart_from_missing_topics() {
    try (Admin nobody =
        Admin.create(
            Map.of(
                "bootstrap.servers",
                "127.0.0.1:9",
                "default.api.timeout.ms",
                "1000",
                "request.timeout.ms",
                "500"))) {
      assertThat(new TopicKeeper(nobody, network, true, (short) 1).check(Set.of()))
          .isInstanceOf(TopicCheck.Unreachable.class);
    }
  }

  private TopicKeeper keeper(boolean mayCreate) {
    return new TopicKeeper(admin, network, mayCreate, (short) 1);
  }

  private static TopicReport report(TopicKeeper keeper) {
    return switch (keeper.check(Set.of())) {
      case TopicCheck.Checked checked -> checked.report();
      case TopicCheck.Unreachable unreachable ->
          throw new IllegalStateException(unreachable.reason());
    };
  }

  private static Set<String> names() throws Exception {
    return admin.listTopics().names().get();
  }

  private static Config settings(Topic topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    return Objects.requireNonNull(
        admin.describeConfigs(List.of(resource)).all().get().get(resource));
  }
}
