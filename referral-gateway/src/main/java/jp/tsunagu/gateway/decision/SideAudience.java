package jp.tsunagu.gateway.decision;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.SideEvent;
import jp.tsunagu.contract.lifecycle.SideEvent.ContactRecorded;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportBegun;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportEnded;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportMoved;

/** Who learns of the events of a support beside the case, besides who acted. */
final class SideAudience {

  private SideAudience() {}

  static Set<AgencyId> of(CaseState after, SideEvent event) {
    return switch (event) {
      case SideSupportBegun _ -> whoeverHasABasis(after, event);
      case SideSupportMoved moved ->
          Audience.andReaders(whoeverHasABasis(after, event), moved.dossier());
      case SideSupportEnded ended ->
          Audience.andReaders(whoeverHasABasis(after, event), ended.dossier());
      // Contacts are between the person, who carries it out and who coordinates.
      case ContactRecorded recorded ->
          Audience.andReaders(inCharge(after, event), recorded.dossier());
    };
  }

  /** Of those who support the household or sit in its 支援会議, who has a basis for the person. */
  private static Set<AgencyId> whoeverHasABasis(CaseState after, SideEvent event) {
    Set<AgencyId> told = inCharge(after, event);
    Set<AgencyId> others = new TreeSet<>(Parties.activeSupporters(after));
    others.addAll(after.members());
    others.stream().filter(one -> ToldTo.isTold(after, event.flow(), one)).forEach(told::add);
    return told;
  }

  private static Set<AgencyId> inCharge(CaseState after, SideEvent event) {
    return new LinkedHashSet<>(
        Audience.with(Set.of(event.flow().provider()), Parties.coordinator(after)));
  }
}
