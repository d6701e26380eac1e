package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.Optional;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.CommandId;

/**
 * A command of this agency and how far it got.
 *
 * @param caseNumber what people call the case (案件番号); none where the network has not told it
 * @param kind name of the command, e.g. {@code SendReferral}
 * @param submittedAt when it was stored here
 */
public record CommandOutcome(
    CommandId commandId,
    CaseId caseId,
    Optional<CaseNumber> caseNumber,
    String kind,
    Instant submittedAt,
    CommandState state) {}
