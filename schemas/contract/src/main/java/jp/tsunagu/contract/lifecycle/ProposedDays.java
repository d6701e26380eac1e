package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import java.util.List;

/**
 * When a meeting could be, and how long it would take (日程の候補).
 *
 * @param candidates when the meeting would begin; none means that nobody is asked any more
 * @param minutes how long it would take
 */
public record ProposedDays(List<Instant> candidates, int minutes) {

  /** Keeps copies. */
  public ProposedDays {
    candidates = List.copyOf(candidates);
  }
}
