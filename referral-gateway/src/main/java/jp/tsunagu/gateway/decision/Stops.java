package jp.tsunagu.gateway.decision;

import java.util.Collection;
import java.util.List;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.dossier.PartOutline;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopRequested;
import jp.tsunagu.contract.lifecycle.SharingStop;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;

/** Who holds a person's details and must be asked to stop using them. */
final class Stops {

  private Stops() {}

  /** Each of these agencies that holds this person's details by consent, unless asked already. */
  static List<EventMaker> askHolders(
      CaseState state, PersonRef person, Collection<AgencyId> agencies) {
    return agencies.stream()
        .sorted()
        .filter(agency -> holds(state, person, agency, BasisKind.CONSENT))
        .filter(agency -> !isAsked(state, person, agency))
        .<EventMaker>map(agency -> header -> new SharingStopRequested(header, person, agency))
        .toList();
  }

  /** This agency, for every person whose details it holds on this basis. */
  static List<EventMaker> askOne(CaseState state, AgencyId agency, BasisKind basis) {
    return state.dossiers().stream()
        .flatMap(dossier -> dossier.parts().stream())
        .filter(part -> part.recipients().contains(agency) && restsOn(part, basis))
        .<PersonRef>mapMulti(
            (part, persons) -> {
              PersonRef person = part.person();
              if (person != null) {
                persons.accept(person);
              }
            })
        .distinct()
        .sorted()
        .filter(person -> !isAsked(state, person, agency))
        .<EventMaker>map(person -> header -> new SharingStopRequested(header, person, agency))
        .toList();
  }

  static boolean isAsked(CaseState state, PersonRef person, AgencyId agency) {
    return state.stops().stream().anyMatch(stop -> isOpen(stop, person, agency));
  }

  private static boolean isOpen(SharingStop stop, PersonRef person, AgencyId agency) {
    return stop.answer() == null && stop.person().equals(person) && stop.holder().equals(agency);
  }

  private static boolean holds(
      CaseState state, PersonRef person, AgencyId agency, BasisKind basis) {
    return state.dossiers().stream()
        .filter(dossier -> !dossier.sender().equals(agency))
        .map(DossierOutline::parts)
        .flatMap(List::stream)
        .anyMatch(
            part ->
                person.equals(part.person())
                    && part.recipients().contains(agency)
                    && restsOn(part, basis));
  }

  private static boolean restsOn(PartOutline part, BasisKind basis) {
    return part.basis() != null && part.basis().kind() == basis;
  }
}
