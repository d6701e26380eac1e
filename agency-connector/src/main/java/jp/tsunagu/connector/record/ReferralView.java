package jp.tsunagu.connector.record;

import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Referral;
import org.jspecify.annotations.Nullable;

/**
 * One leg of a referral as this agency knows it.
 *
 * @param caseNumber what people call its case; none where the network has none for it
 * @param protection of its case, as this agency was told of it
 * @param version sequence of the last event about this leg; its ETag
 */
public record ReferralView(
    CaseId caseId,
    @Nullable CaseNumber caseNumber,
    Referral referral,
    Side side,
    @Nullable Protection protection,
    long version) {}
