package jp.tsunagu.contract.meeting;

import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Who acted in a meeting: an agency or the scheduler, and the person there.
 *
 * @param actor the desk or the organiser, {@link AgencyId#SCHEDULER} where nobody asked
 * @param actingPerson who acted, a pseudonym per agency and body; none for what a system did
 */
public record MeetingActedBy(AgencyId actor, @Nullable ActingPerson actingPerson) {

  /** What the scheduler does by itself. */
  public static final MeetingActedBy SCHEDULER = new MeetingActedBy(AgencyId.SCHEDULER, null);
}
