package jp.tsunagu.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import org.junit.jupiter.api.Test;

/** Names of stores and operators are names of topics: a change loses state and must be wanted. */
class TopologyDescriptionTest {
  @Test
  void the_topology_is_the_approved_one() throws IOException {
    var network = TestNetwork.configuration();
    var parts =
        new GatewayParts(
            network,
            new Topics(network.settings().networkId()),
            Codec.standard(),
            () -> NetworkDirectory.EMPTY,
            _ -> true,
            new TestClock(),
            new GatewayMetrics(new SimpleMeterRegistry()));
    assertThat(GatewayTopology.build(parts).describe().toString().strip()).isEqualTo(approved());
  }

  @Test
  void the_topic_of_the_states_is_the_changelog_of_their_store() {
    var network = TestNetwork.configuration().settings().networkId();
    assertThat(new Topics(network).caseState().name())
        .isEqualTo(StreamSettings.applicationId(network) + "-" + Stores.CASES + "-changelog");
  }

  private static String approved() throws IOException {
    try (var file = TopologyDescriptionTest.class.getResourceAsStream("/topology.approved.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .strip();
    }
  }
}
