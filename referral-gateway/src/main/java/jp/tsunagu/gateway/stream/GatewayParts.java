package jp.tsunagu.gateway.stream;

import java.time.Clock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.gateway.decision.Roll;
import jp.tsunagu.gateway.network.NetworkConfiguration;

/**
 * What the topology is built from.
 *
 * @param directory the agencies that can take part now, with keys and settings
 * @param reachable whether an agency's inbox can be written to; a record for one that cannot would
 *     stop everybody
 * @param clock decides what is due and what is too old
 */
public record GatewayParts(
    NetworkConfiguration network,
    Topics topics,
    Codec codec,
    Supplier<NetworkDirectory> directory,
    Predicate<AgencyId> reachable,
    Clock clock,
    GatewayMetrics metrics) {

  /** Partitions of everything keyed by case. */
  int partitions() {
    return network.settings().partitions();
  }

  /** Who is the desk, and who has left. */
  Roll roll() {
    return new Roll(desk(), Roll.of(directory.get()).left());
  }

  /** The coordination desk. */
  AgencyId desk() {
    return network.settings().deskId();
  }
}
