package jp.tsunagu.connector.record;

import java.time.Instant;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;

/**
 * A command of this agency and how far it got.
 *
 * @param kind name of the command, e.g. {@code SendReferral}
 * @param submittedAt when it was stored here
 */
public record CommandOutcome(
    CommandId commandId, CaseId caseId, String kind, Instant submittedAt, CommandState state) {}
