package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;

/**
 * Legs of a case are stored at the receiver and what came with them can be opened (到達). It is no
 * {@link CaseCommand} and has no answer: the event is enough. Of a leg that has arrived, or was put
 * before its receiver later than this, it says nothing, so that it may come twice.
 *
 * @param sequence of the newest event of the case that the receiver holds
 * @param arrivedAt when they were stored; not before they were sent, whatever the receiver's clock
 *     says
 */
public record ConfirmReceipt(
    CaseId caseId, List<ReferralId> referralIds, long sequence, Instant arrivedAt) {
  public ConfirmReceipt {
    referralIds = List.copyOf(referralIds);
  }
}
