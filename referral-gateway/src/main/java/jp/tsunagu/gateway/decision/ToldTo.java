package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationClosed;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.Protection;
import org.jspecify.annotations.Nullable;

/**
 * What one of those who learn of an event is told of it: who stays alongside a person (主担当) is told
 * to whoever has a basis for that person, to the leads themselves and to who coordinates.
 */
public final class ToldTo {

  private ToldTo() {}

  /**
   * The event as this agency gets it.
   *
   * @param after the state after the event, with its consents
   */
  public static CaseEvent of(CaseState after, CaseEvent event, AgencyId agency) {
    return event instanceof CoordinationClosed closed
        ? new CoordinationClosed(closed.header(), leads(after, closed.leads(), agency))
        : event;
  }

  /** Of these leads those that this agency is told. */
  public static List<Lead> leads(CaseState state, List<Lead> leads, AgencyId agency) {
    return leads.stream().filter(lead -> isToldOf(state, lead, agency)).toList();
  }

  /**
   * The protection measure as somebody who takes part is told of it: its last day. Who may see
   * whereabouts, and who must not learn of the case, is told to those who may see them.
   */
  public static @Nullable Protection protection(CaseState state, AgencyId agency) {
    Protection protection = state.protection();
    return protection == null || protection.named().contains(agency)
        ? protection
        : new Protection(Set.of(), Set.of(), protection.until());
  }

  private static boolean isToldOf(CaseState state, Lead lead, AgencyId agency) {
    PersonRef person = lead.person();
    return person == null
        || lead.agency().equals(agency)
        || (state.coordination() instanceof Coordination.Closed closed
            && closed.coordinator().equals(agency))
        || hasBasis(state, person, agency);
  }

  /** A member of the 支援会議 by law; who received the household where the person consented. */
  private static boolean hasBasis(CaseState state, PersonRef person, AgencyId agency) {
    boolean received = Parties.receivedBy(state).filter(agency::equals).isPresent();
    return state.members().contains(agency)
        || state.consents().stream()
            .filter(consent -> consent.terms().person().equals(person))
            .anyMatch(
                consent ->
                    consent.terms().recipients().contains(agency)
                        || (received && !consent.terms().recipients().isEmpty()));
  }
}
