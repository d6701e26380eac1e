package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.Optional;
import jp.tsunagu.connector.agency.WaitReason;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import org.jspecify.annotations.Nullable;

/**
 * One leg of a referral as this agency knows it.
 *
 * @param state of its case, as this agency was told of it
 * @param version sequence of the last event about this leg; its ETag
 */
public record ReferralView(
    CaseId caseId, CaseState state, Referral referral, Side side, long version) {

  /** What people call its case; none where the network has none for it. */
  public @Nullable CaseNumber caseNumber() {
    return state.caseNumber();
  }

  /** Of its case. */
  public @Nullable Protection protection() {
    return state.protection();
  }

  /** Why it waits for this agency at a moment, where it is most urgent; empty if it does not. */
  public Optional<WaitReason> waitsFor(Instant now) {
    return switch (side) {
      case RECEIVER -> toAnswer(now);
      case SENDER ->
          referral.progress().questionOpen() ? Optional.of(WaitReason.QUESTION) : Optional.empty();
      case OBSERVER -> Optional.empty();
    };
  }

  private Optional<WaitReason> toAnswer(Instant now) {
    ResponseClock clock = referral.progress().clock();
    if (clock != null && clock.respondBy().isBefore(now)) {
      return Optional.of(WaitReason.OVERDUE);
    }
    if (clock != null && clock.dueSoonAt().isBefore(now)) {
      return Optional.of(WaitReason.DUE_SOON);
    }
    return isUnopened() ? Optional.of(WaitReason.ARRIVAL) : Optional.empty();
  }

  /** Whether it was put before this agency, and nobody here has opened it. */
  public boolean isUnopened() {
    return side == Side.RECEIVER && referral.waitsToBeOpened();
  }
}
