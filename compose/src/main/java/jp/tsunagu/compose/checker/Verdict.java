package jp.tsunagu.compose.checker;

import java.util.List;

/**
 * What was said of one promise.
 *
 * @param broken where it was not kept; ids and counts, nothing personal
 */
public record Verdict(Promise promise, List<String> broken) {
  public Verdict {
    broken = List.copyOf(broken);
  }

  /** Whether it was kept. */
  public boolean isKept() {
    return broken.isEmpty();
  }
}
