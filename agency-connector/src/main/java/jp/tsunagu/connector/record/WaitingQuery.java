package jp.tsunagu.connector.record;

import java.time.Instant;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Which referrals that wait, the most pressing first: the one whose deadline passed longest ago or
 * comes next, of those that were not taken the one that waits longest.
 *
 * @param whose who asks, and which of the agency's are asked for
 * @param urgency none means any
 * @param after cursor: the last one of the page before; none for the first page
 * @param limit at least 1
 */
public record WaitingQuery(
    Waits why, Whose whose, @Nullable Urgency urgency, @Nullable Place after, int limit) {

  /** Has a limit. */
  public WaitingQuery {
    if (limit < 1) {
      throw new IllegalArgumentException("a page has at least one referral");
    }
  }

  /**
   * Whose are asked for, and when.
   *
   * @param hands none means whoever has them, and nobody
   * @param isDesk whether the agency is the coordination desk
   * @param now what is overdue then
   * @param notTakenSince what was not taken before is left out
   */
  public record Whose(@Nullable Hands hands, boolean isDesk, Instant now, Instant notTakenSince) {}

  /** Where a referral stands among the others. */
  public record Place(Instant at, ReferralId id) {}
}
