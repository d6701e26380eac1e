package jp.tsunagu.gateway.topic;

import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * A topic that is not as it must be.
 *
 * @param agency whose it is; none for a topic shared by all
 * @param expected partitions it must have
 * @param actual partitions it has; 0 where it is missing
 */
public record TopicFault(@Nullable AgencyId agency, String topic, int expected, int actual) {

  /** Whose topic it is, unless it is shared. */
  public Optional<AgencyId> owner() {
    return Optional.ofNullable(agency);
  }

  /** What an operator reads. */
  public String message() {
    return actual == 0
        ? "トピック " + topic + " がありません。作成するか、権限を確かめてください。"
        : "トピック " + topic + " のパーティション数が " + actual + " です（正しくは " + expected + "）。作り直してください。";
  }
}
