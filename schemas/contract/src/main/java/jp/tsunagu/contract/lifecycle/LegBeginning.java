package jp.tsunagu.contract.lifecycle;

import java.time.Instant;

/**
 * How a leg began that is not from a つなぐシート, of which the desk knows before.
 *
 * @param sentAt when it was put before its receiver
 * @param handedBack whether it is a つなぎ戻し
 */
public record LegBeginning(Instant sentAt, boolean handedBack) {

  /** Of this leg. */
  static LegBeginning of(Referral leg) {
    return new LegBeginning(leg.progress().sentAt(), leg.kind() == ReferralKind.HAND_BACK);
  }

  /** What brought it about. */
  ReferralKind kind() {
    return handedBack ? ReferralKind.HAND_BACK : ReferralKind.REFERRAL;
  }
}
