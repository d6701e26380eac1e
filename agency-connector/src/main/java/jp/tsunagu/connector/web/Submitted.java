package jp.tsunagu.connector.web;

import java.util.List;
import jp.tsunagu.connector.record.CommandState;
import jp.tsunagu.connector.view.OutcomeView;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ReferralId;
import org.jspecify.annotations.Nullable;

/**
 * What a POST is answered with, as the description of the interface has it.
 *
 * @param state {@code STORED}, or how it ended where the network's decision was waited for
 * @param caseId where the POST made a case; so with {@code referralId} and {@code caseNumber}
 * @param referralIds of a つなぐシート that is passed on: one for each 紹介先, in the order of the sheet
 * @param outcomes of the commands, once decided
 */
record Submitted(
    List<CommandId> commandIds,
    CommandState.Name state,
    @Nullable CaseId caseId,
    @Nullable ReferralId referralId,
    @Nullable List<ReferralId> referralIds,
    @Nullable CaseNumber caseNumber,
    @Nullable List<OutcomeView> outcomes) {}
