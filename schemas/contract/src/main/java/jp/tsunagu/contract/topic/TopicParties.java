package jp.tsunagu.contract.topic;

import java.util.Set;

/**
 * Who writes a topic and who reads it.
 *
 * @param writtenBy the only writer
 * @param readBy who reads it
 */
public record TopicParties(Party writtenBy, Set<Party> readBy) {

  /** Keeps copies. */
  public TopicParties {
    readBy = Set.copyOf(readBy);
  }
}
