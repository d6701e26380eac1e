package jp.tsunagu.contract.lifecycle;

import java.util.Collection;
import java.util.List;
import jp.tsunagu.contract.id.ReferralId;

/**
 * The fold of a case's events (evolve). Gateway, views, scheduler, statistics and tests share it.
 *
 * <p>Total: an event about something this reader never saw changes nothing but the sequence, so
 * that an agency that gets only its own part of a case can fold it too; nor does an event of a
 * newer program. It never compares agencies, so that it gives the same on events whose agencies are
 * withheld (保護案件).
 */
public final class CaseLifecycle {

  private CaseLifecycle() {}

  /** The state after this event. */
  public static CaseState evolve(CaseState state, CaseEvent event) {
    CaseDraft draft = new CaseDraft(state, event.header().sequence());
    draft.called(event.header().caseNumber());
    switch (event) {
      case ConsultationEvent consultation -> ConsultationFold.apply(draft, consultation);
      case ReferralEvent referral -> ReferralFold.apply(draft, referral);
      case CoordinationEvent coordination -> CoordinationFold.apply(draft, coordination);
      case ConsentEvent consent -> ConsentFold.apply(draft, consent);
      case ConferenceEvent conference -> ConferenceFold.apply(draft, conference);
      case SideEvent side -> SideFold.apply(draft, side);
      case InquiryEvent inquiry -> InquiryFold.apply(draft, inquiry);
      case PaperEvent paper -> PaperFold.apply(draft, paper);
      case UnknownEvent _ -> {}
    }
    return draft.toState();
  }

  /**
   * The state of a reader that was shown an earlier consent: it never saw the event. Showing one
   * again changes nothing but how it stands.
   */
  public static CaseState shown(CaseState state, Consent consent) {
    CaseDraft draft = new CaseDraft(state, state.sequence());
    draft.consents.removeIf(known -> known.consentId().equals(consent.consentId()));
    draft.consents.add(consent);
    return draft.toState();
  }

  /**
   * The state of the receiver, which is told nothing of its own receipt: these legs are stored with
   * it and can be opened. Nothing else changes.
   */
  public static CaseState arrived(CaseState state, Collection<ReferralId> legs) {
    CaseDraft draft = new CaseDraft(state, state.sequence());
    legs.forEach(leg -> draft.progress(leg, p -> p.arrived(p.changedAt())));
    return draft.toState();
  }

  /** The state after these events, in order. */
  public static CaseState evolve(CaseState state, List<? extends CaseEvent> events) {
    CaseState next = state;
    for (CaseEvent event : events) {
      next = evolve(next, event);
    }
    return next;
  }
}
