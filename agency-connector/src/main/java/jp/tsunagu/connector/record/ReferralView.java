package jp.tsunagu.connector.record;

import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.Referral;

/**
 * One leg of a referral as this agency knows it.
 *
 * @param version sequence of the last event about this leg; its ETag
 */
public record ReferralView(CaseId caseId, Referral referral, Side side, long version) {}
