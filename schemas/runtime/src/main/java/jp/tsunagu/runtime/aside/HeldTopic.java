package jp.tsunagu.runtime.aside;

import java.util.Set;

/**
 * What is held of a topic.
 *
 * @param keys of which something was put aside
 * @param readAtNextStart those of which more waits than is kept: whatever is decided takes effect
 *     when everything of them is read again at the next start
 */
public record HeldTopic(String topic, Set<String> keys, Set<String> readAtNextStart) {

  /** Keeps unmodifiable copies. */
  public HeldTopic {
    keys = Set.copyOf(keys);
    readAtNextStart = Set.copyOf(readAtNextStart);
  }
}
