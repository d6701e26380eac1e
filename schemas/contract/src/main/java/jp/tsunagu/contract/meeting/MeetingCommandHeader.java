package jp.tsunagu.contract.meeting;

import java.time.Instant;
import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CommandId;
import org.jspecify.annotations.Nullable;

/**
 * What every command about a meeting carries.
 *
 * @param actor the desk or the organiser, {@link AgencyId#SCHEDULER} for the scheduler itself
 * @param actingPerson who acted, a pseudonym per agency and body; none for what a system did
 */
public record MeetingCommandHeader(
    CommandId commandId,
    BodyId bodyId,
    AgencyId actor,
    Instant enteredAt,
    @Nullable ActingPerson actingPerson) {

  /** Of what a system did, or nobody said who. */
  public MeetingCommandHeader(
      CommandId commandId, BodyId bodyId, AgencyId actor, Instant enteredAt) {
    this(commandId, bodyId, actor, enteredAt, null);
  }
}
