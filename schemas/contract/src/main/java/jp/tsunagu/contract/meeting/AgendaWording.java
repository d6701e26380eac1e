package jp.tsunagu.contract.meeting;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;

/**
 * What the papers of a revision say besides its items: it stays so whatever the directory says
 * later.
 *
 * @param agencies everybody the papers name
 * @param cases the cases it deals with and those it does not
 * @param conflicts agencies in two places at once
 * @param notInvited agencies the items name that are not invited
 * @param notPlaced everything that is not on it, by this revision or an earlier one
 * @param incomplete how many cases had a record that could not be read (不完全)
 */
public record AgendaWording(
    AgendaHead head,
    List<NamedAgency> agencies,
    List<AgendaCase> cases,
    List<AgendaConflict> conflicts,
    List<NotInvited> notInvited,
    List<CarriedEntry> notPlaced,
    int incomplete) {
  public AgendaWording {
    agencies = List.copyOf(agencies);
    cases = List.copyOf(cases);
    conflicts = List.copyOf(conflicts);
    notInvited = List.copyOf(notInvited);
    notPlaced = List.copyOf(notPlaced);
  }

  /** What the agency was called. */
  public Optional<String> nameOf(AgencyId agency) {
    return agencies.stream()
        .filter(each -> each.agency().equals(agency))
        .map(NamedAgency::name)
        .findFirst();
  }

  /** What the case was called. */
  public Optional<AgendaCase> caseOf(CaseId caseId) {
    return cases.stream().filter(each -> each.caseId().equals(caseId)).findFirst();
  }
}
