package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import jp.tsunagu.contract.id.ActingPerson;
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
 * @param actingPerson who acted at the agency; none for what a system did. Filled by the connector
 */
public record CommandHeader(
    CommandId commandId,
    CaseId caseId,
    Instant enteredAt,
    Instant occurredAt,
    @Nullable Instant phonedAt,
    @Nullable AgencyId onBehalfOf,
    @Nullable ActingPerson actingPerson) {

  /** Of what a system did, or nobody said who. */
  public CommandHeader(
      CommandId commandId,
      CaseId caseId,
      Instant enteredAt,
      Instant occurredAt,
      @Nullable Instant phonedAt,
      @Nullable AgencyId onBehalfOf) {
    this(commandId, caseId, enteredAt, occurredAt, phonedAt, onBehalfOf, null);
  }

  /** The same wish under another id. */
  public CommandHeader renumbered(CommandId other) {
    return new CommandHeader(
        other, caseId, enteredAt, occurredAt, phonedAt, onBehalfOf, actingPerson);
  }

  /** The same without what was told by telephone: that was about something else. */
  public CommandHeader withoutTelephone() {
    return new CommandHeader(
        commandId, caseId, enteredAt, occurredAt, null, onBehalfOf, actingPerson);
  }
}
