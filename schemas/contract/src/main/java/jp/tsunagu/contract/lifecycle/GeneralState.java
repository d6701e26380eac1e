package jp.tsunagu.contract.lifecycle;

import java.util.List;
import java.util.Set;

/** The state of a case that is or was protected, as everybody may see it. */
final class GeneralState {

  private GeneralState() {}

  static CaseState of(CaseState state, Withholding withholding) {
    Consultation consultation = state.consultation();
    return new CaseState(
        state.caseId(),
        state.sequence(),
        state.persons(),
        consultation == null ? null : consultation(consultation, withholding),
        withholding.protection(state.protection()),
        true,
        state.consents().stream().map(consent -> consent(consent, withholding)).toList(),
        state.referrals().stream().map(leg -> leg(leg, withholding)).toList(),
        coordination(state.coordination(), withholding),
        Set.of(),
        state.dossiers().stream().map(withholding::hidden).toList(),
        List.of(),
        state.meetings().stream().map(item -> item.seenBy(withholding)).toList(),
        state.forms().stream().map(form -> form.seenBy(withholding)).toList(),
        state.sides().stream().map(side -> side.seenBy(withholding)).toList(),
        state.inquiries().stream().map(inquiry -> inquiry.seenBy(withholding)).toList(),
        state.papers().stream().map(paper -> paper.seenBy(withholding)).toList(),
        state.caseNumber());
  }

  private static Consultation consultation(Consultation consultation, Withholding withholding) {
    return new Consultation(
        withholding.agency(consultation.receivedBy()),
        consultation.reception().withoutPlace(),
        consultation.settledFields(),
        consultation.receivedAt(),
        consultation.supportEnded());
  }

  private static Consent consent(Consent consent, Withholding withholding) {
    return new Consent(
        consent.consentId(),
        withholding.agency(consent.recordedBy()),
        consent.terms().towards(Set.of(), Set.of()));
  }

  private static Referral leg(Referral leg, Withholding withholding) {
    return new Referral(
        leg.referralId(),
        leg.chain(),
        leg.kind(),
        leg.urgency(),
        new LegParties(withholding.agency(leg.sender()), withholding.agency(leg.receiver())),
        leg.mode(),
        leg.dossierId(),
        leg.progress());
  }

  private static Coordination coordination(Coordination coordination, Withholding withholding) {
    return switch (coordination) {
      case Coordination.None none -> none;
      case Coordination.Requested requested ->
          new Coordination.Requested(
              withholding.agency(requested.coordinator()),
              withholding.agency(requested.requestedBy()),
              requested.since());
      case Coordination.Open open ->
          new Coordination.Open(
              withholding.agency(open.coordinator()),
              withholding.agency(open.requestedBy()),
              open.supportDecided(),
              open.round());
      case Coordination.Closed closed ->
          new Coordination.Closed(
              withholding.agency(closed.coordinator()),
              withholding.agency(closed.requestedBy()),
              withholding.leads(closed.leads()));
    };
  }
}
