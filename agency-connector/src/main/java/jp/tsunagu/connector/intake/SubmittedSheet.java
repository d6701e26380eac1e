package jp.tsunagu.connector.intake;

import java.util.List;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ReferralId;
import org.jspecify.annotations.Nullable;

/**
 * What an agency is told of a sheet it handed in.
 *
 * @param number of the sheet in its file; none for REST
 * @param referralId the first of its referrals
 * @param referralIds all of them, in the order of the sheet; empty if it was not passed on
 */
public record SubmittedSheet(
    @Nullable String number,
    CaseId caseId,
    @Nullable ReferralId referralId,
    List<ReferralId> referralIds,
    List<CommandId> commandIds) {

  public SubmittedSheet {
    referralIds = List.copyOf(referralIds);
    commandIds = List.copyOf(commandIds);
  }
}
