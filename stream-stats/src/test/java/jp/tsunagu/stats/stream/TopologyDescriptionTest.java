package jp.tsunagu.stats.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.aside.AsideBook;
import jp.tsunagu.stats.testing.Town;
import org.junit.jupiter.api.Test;

/** Names of stores and operators are names of topics: a change loses state and must be wanted. */
class TopologyDescriptionTest {
  @Test
  void the_topology_is_the_approved_one() throws IOException {
    Topics topics = new Topics(new NetworkId("city"));
    StatsParts parts =
        new StatsParts(
            topics,
            Codec.standard(),
            Town.RULES,
            Clock.systemUTC(),
            new LedgerEnd(Map.of()),
            new LocalFigures(),
            new AsideBook(),
            Watch.NONE);
    assertThat(StatsTopology.build(parts).describe().toString().strip()).isEqualTo(approved());
  }

  private static String approved() throws IOException {
    try (var file = TopologyDescriptionTest.class.getResourceAsStream("/topology.approved.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .strip();
    }
  }
}
