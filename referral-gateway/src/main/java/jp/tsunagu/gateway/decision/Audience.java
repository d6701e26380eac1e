package jp.tsunagu.gateway.decision;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConferenceEvent;
import jp.tsunagu.contract.lifecycle.ConsentEvent;
import jp.tsunagu.contract.lifecycle.ConsultationEvent;
import jp.tsunagu.contract.lifecycle.CoordinationEvent;
import jp.tsunagu.contract.lifecycle.InquiryEvent;
import jp.tsunagu.contract.lifecycle.PaperEvent;
import jp.tsunagu.contract.lifecycle.ReferralEvent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralArrived;
import jp.tsunagu.contract.lifecycle.SideEvent;
import jp.tsunagu.contract.lifecycle.UnknownEvent;
import org.jspecify.annotations.Nullable;

/**
 * In whose inboxes an event goes. Whoever acted always learns what became of it; an agency excluded
 * from a protected case learns nothing. Participants on paper may be among them and have no inbox;
 * the scheduler follows the ledger and gets nothing but answers.
 */
public final class Audience {

  private Audience() {}

  /**
   * The agencies that get this event, in a stable order.
   *
   * @param after the state after the event
   * @param roll who is the desk, and who has left
   */
  public static Set<AgencyId> of(CaseState after, CaseEvent event, Roll roll) {
    Set<AgencyId> audience = new LinkedHashSet<>();
    audience.add(event.header().actor());
    audience.addAll(
        switch (event) {
          case ConsultationEvent consultation -> CaseAudience.of(after, consultation);
          case ReferralEvent referral -> LegAudience.of(after, referral, roll);
          case CoordinationEvent coordination -> CoordinationAudience.of(after, coordination, roll);
          case ConsentEvent consent -> ConsentAudience.of(after, consent, roll);
          case ConferenceEvent conference -> ConferenceAudience.of(after, conference, roll);
          case SideEvent side -> SideAudience.of(after, side);
          case InquiryEvent inquiry -> InquiryAudience.of(after, inquiry);
          case PaperEvent paper -> PaperAudience.of(after, paper, roll);
          case UnknownEvent _ -> Set.of();
        });
    if (event instanceof ReferralArrived) {
      // who says that it has a referral need not be told
      audience.remove(event.header().actor());
    }
    audience.remove(AgencyId.GATEWAY);
    audience.remove(AgencyId.SCHEDULER);
    audience.removeIf(agency -> Parties.isExcluded(after, agency));
    return audience;
  }

  /** These and everybody who can open a part of what travels with it. */
  static Set<AgencyId> andReaders(Set<AgencyId> some, @Nullable DossierOutline dossier) {
    Set<AgencyId> all = new LinkedHashSet<>(some);
    if (dossier != null) {
      all.addAll(new TreeSet<>(dossier.recipients()));
    }
    return all;
  }

  static Set<AgencyId> with(Set<AgencyId> some, Optional<AgencyId> another) {
    Set<AgencyId> all = new LinkedHashSet<>(some);
    another.ifPresent(all::add);
    return all;
  }
}
