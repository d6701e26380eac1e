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
 */
public record SubmittedSheet(
    @Nullable String number,
    CaseId caseId,
    @Nullable ReferralId referralId,
    List<CommandId> commandIds) {

  public SubmittedSheet {
    commandIds = List.copyOf(commandIds);
  }
}
