package jp.tsunagu.connector.mailbox;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagu.connector.agency.WaitReason;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;

/**
 * One thing that the mailbox is to be told of.
 *
 * @param cause the event it comes from
 * @param from since when it is so
 */
record Tiding(WaitReason reason, UUID cause, Subject subject, Instant from) {

  /** What it is about. */
  sealed interface Subject {

    /** A referral. */
    record OfLeg(ReferralId referralId) implements Subject {}

    /**
     * A question of 情報収集.
     *
     * @param asked the event that asked
     */
    record OfInquiry(CaseId caseId, UUID asked) implements Subject {}
  }
}
