package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import org.jspecify.annotations.Nullable;

/**
 * What every command about a case carries. Who asks is not a field: it is the outbox the command
 * stands in.
 *
 * @param enteredAt when it was entered into the agency's system (entry time)
 * @param occurredAt when it really happened; earlier than {@code enteredAt} for what is recorded
 *     afterwards
 * @param phonedAt when the other side was told by telephone first, if it was
 * @param onBehalfOf the participant without a connector (paper, telephone) for whom this is
 *     recorded (代行入力)
 */
public record CommandHeader(
    CommandId commandId,
    CaseId caseId,
    Instant enteredAt,
    Instant occurredAt,
    @Nullable Instant phonedAt,
    @Nullable AgencyId onBehalfOf) {}
