package jp.tsunagu.gateway.directory;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.function.Predicate;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.SchemaTable;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.gateway.testing.CityFile;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublishedDirectoryTest {
  private static final AgencyId SHOGAI = new AgencyId("shogai");
  private static final AgencyId KONKYU = new AgencyId("konkyu");
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
  private final EmbeddedBroker broker = EmbeddedBroker.shared();
  private final NetworkConfiguration network = CityFile.configuration(broker.newNetwork("city"));
  private final Topics topics = new Topics(network.settings().networkId());
  private final BrokerAccess access = BrokerAccess.plain("test", broker.bootstrapServers());
  private final Codec codec = Codec.standard();
  private final FollowedDirectory directory = new FollowedDirectory(topics, access, codec);

  @AfterEach
  void stopFollowing() {
    directory.close();
  }

  @Test
  void the_topic_follows_network_yaml_and_a_reader_follows_the_topic() throws Exception {
    broker.make(new NewTopic(topics.directory().name(), 1, (short) 1));
    directory.start();
    assertThat(directory.awaitCaughtUp(SOON)).isTrue();
    var publisher = new DirectoryPublisher(access, topics, codec);
    int schemas = SchemaTable.standard().entries().size();
    int written = publish(publisher, network, id -> !id.equals(KONKYU));
    assertThat(written).isEqualTo(schemas + network.records().size() - 1);
    awaitRecords(written);
    assertThat(directory.get().agency(SHOGAI)).isPresent();
    assertThat(directory.get().agency(KONKYU)).isEmpty();
    assertThat(publish(publisher, network, _ -> true)).isEqualTo(1);
    awaitRecords(written + 1);
    assertThat(publish(publisher, network, _ -> true)).isZero();
    aLineThatIsGoneStaysAsOneThatLeft(publisher);
  }

  private void aLineThatIsGoneStaysAsOneThatLeft(DirectoryPublisher publisher) throws Exception {
    assertThat(publish(publisher, without(network, SHOGAI), _ -> true)).isEqualTo(1);
    await().atMost(SOON).untilAsserted(() -> assertThat(directory.get().agency(SHOGAI)).isEmpty());
    assertThat(directory.get().formerAgency(SHOGAI).orElseThrow().leftOn()).isEqualTo(TODAY);
    assertThat(publish(publisher, without(network, SHOGAI), _ -> true)).isZero();
    assertThat(publish(publisher, network, _ -> true)).isEqualTo(1);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(directory.get().agency(SHOGAI)).isPresent());
  }

  private int publish(
      DirectoryPublisher publisher, NetworkConfiguration file, Predicate<AgencyId> hasTopics)
      throws Exception {
    return publisher.publish(file, directory.records(), hasTopics, TODAY);
  }

  private void awaitRecords(int count) {
    await().atMost(SOON).untilAsserted(() -> assertThat(directory.records()).hasSize(count));
  }

  private static NetworkConfiguration without(NetworkConfiguration network, AgencyId gone) {
    return new NetworkConfiguration(
        network.settings(),
        network.agencies().stream().filter(agency -> !agency.agencyId().equals(gone)).toList(),
        network.meetings(),
        network.flow(),
        network.forms(),
        network.places());
  }
}
