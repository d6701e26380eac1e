package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;

/**
 * What everybody may see of a case: the ledger and the published state.
 *
 * <p>A protected case (保護案件) shows times, codes, fields, urgency and the desk's id; every other
 * agency and the area are withheld, and exclusions, members, recipients of consents and stops are
 * hidden. Law: {@code GeneralView(fold(GeneralView(events))) = GeneralView(fold(events))}.
 */
public final class GeneralView {

  /** What a newer event says is for none but those who may read all of it. */
  private static final Bytes UNSAID = Bytes.copyOf(new byte[0]);

  private GeneralView() {}

  /**
   * The event as the ledger carries it.
   *
   * @param protectedCase whether the case is protected after this event
   */
  public static CaseEvent of(CaseEvent event, boolean protectedCase, AgencyId desk) {
    if (!protectedCase) {
      return event;
    }
    Withholding withholding = new Withholding(desk);
    return switch (event) {
      case ConsultationEvent consultation -> GeneralConsultation.of(consultation, withholding);
      case ReferralEvent referral -> GeneralReferral.of(referral, withholding);
      case CoordinationEvent coordination -> GeneralCoordination.of(coordination, withholding);
      case ConsentEvent consent -> GeneralConsent.of(consent, withholding);
      case ConferenceEvent conference -> GeneralConference.of(conference, withholding);
      case SideEvent side -> GeneralSide.of(side, withholding);
      case InquiryEvent inquiry -> GeneralInquiry.of(inquiry, withholding);
      case PaperEvent paper -> GeneralPapers.of(paper, withholding);
      case UnknownEvent unknown ->
          new UnknownEvent(withholding.header(unknown.header()), unknown.recordName(), UNSAID);
    };
  }

  /**
   * The state as it is published. A case that was ever protected stays withheld here: what was
   * recorded meanwhile is withheld in the ledger for good.
   */
  public static CaseState of(CaseState state, AgencyId desk) {
    return state.everProtected() ? GeneralState.of(state, new Withholding(desk)) : state;
  }
}
