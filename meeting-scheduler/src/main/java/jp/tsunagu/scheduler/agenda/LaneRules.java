package jp.tsunagu.scheduler.agenda;

import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;

/**
 * What holds for every meeting of the body of a lane.
 *
 * @param members who come to every meeting of the body
 * @param screeningFirst items must be screened before they are on an agenda
 */
public record LaneRules(
    ConferenceKind conference, AgencyId organiser, Set<AgencyId> members, boolean screeningFirst) {

  /** Keeps copies. */
  public LaneRules {
    members = Set.copyOf(members);
  }
}
