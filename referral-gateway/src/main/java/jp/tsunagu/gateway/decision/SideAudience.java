package jp.tsunagu.gateway.decision;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.contract.dossier.DossierOutline;
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
      case SideSupportBegun _, SideSupportMoved _, SideSupportEnded _ ->
          whoeverHasABasis(after, event);
      case ContactRecorded recorded -> readers(after, recorded);
    };
  }

  /**
   * Contacts are between the person, who carries it out and who coordinates; others read a part.
   */
  private static Set<AgencyId> readers(CaseState after, ContactRecorded event) {
    Set<AgencyId> readers = inCharge(after, event);
    DossierOutline dossier = event.dossier();
    if (dossier != null) {
      readers.addAll(new TreeSet<>(dossier.recipients()));
    }
    return readers;
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
