package jp.tsunagu.connector.record;

import java.time.Instant;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.StageCode;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Which referrals, newest first.
 *
 * @param side none means both
 * @param stage none means every stage
 * @param urgency none means any
 * @param openOnly leave closed ones out
 * @param hands none means whoever has them, and nobody
 * @param changedSince whose case changed then or later; none for all times
 * @param before cursor: the last one of the page before; none for the first page
 * @param limit at least 1
 */
public record ReferralQuery(
    @Nullable Side side,
    @Nullable StageCode stage,
    @Nullable Urgency urgency,
    boolean openOnly,
    @Nullable Hands hands,
    @Nullable Instant changedSince,
    @Nullable ReferralId before,
    int limit) {

  /** Has a limit. */
  public ReferralQuery {
    if (limit < 1) {
      throw new IllegalArgumentException("a page has at least one referral");
    }
  }

  /** Of all times, however urgent. */
  public ReferralQuery(
      @Nullable Side side,
      @Nullable StageCode stage,
      boolean openOnly,
      @Nullable Hands hands,
      @Nullable ReferralId before,
      int limit) {
    this(side, stage, null, openOnly, hands, null, before, limit);
  }
}
