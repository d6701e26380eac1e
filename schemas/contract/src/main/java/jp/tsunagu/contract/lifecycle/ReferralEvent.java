package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/** Events of one leg of a referral. */
public sealed interface ReferralEvent extends CaseEvent {

  /** The leg it is about. */
  ReferralId referralId();

  /** A つなぐシート without addressee reached the desk. */
  record SheetSubmitted(
      EventHeader header,
      ReferralId referralId,
      AgencyId sender,
      AgencyId desk,
      Urgency urgency,
      ResponseClock clock,
      @Nullable DossierOutline dossier)
      implements ReferralEvent {}

  /**
   * The desk gave it its addressee (振り分け); the response clock starts anew for the receiver, who
   * learns of the leg here: it says what the sheet said.
   */
  record ReferralTriaged(
      EventHeader header,
      ReferralId referralId,
      AgencyId sender,
      AgencyId receiver,
      ReferralMode mode,
      Urgency urgency,
      ResponseClock clock,
      @Nullable DossierOutline dossier)
      implements ReferralEvent {}

  /** A household was connected to another agency. */
  record ReferralSent(
      EventHeader header,
      ReferralId referralId,
      @Flat ChainPlace chain,
      @Flat LegParties parties,
      ReferralMode mode,
      Urgency urgency,
      ResponseClock clock,
      @Nullable DossierOutline dossier)
      implements ReferralEvent {

    /** The same with this place in its chain. */
    public ReferralSent at(ChainPlace place) {
      return new ReferralSent(header, referralId, place, parties, mode, urgency, clock, dossier);
    }
  }

  /** 到達. */
  record ReferralArrived(EventHeader header, ReferralId referralId) implements ReferralEvent {}

  /** 開封. */
  record ReferralOpened(EventHeader header, ReferralId referralId) implements ReferralEvent {}

  /** 受理. */
  record ReferralAccepted(EventHeader header, ReferralId referralId, @Nullable DossierOutline note)
      implements ReferralEvent {}

  /** 受入不可, with a code of the city's list. */
  record ReferralDeclined(
      EventHeader header, ReferralId referralId, String reason, @Nullable DossierOutline note)
      implements ReferralEvent {}

  /** つなぎ直し: this leg ended; the next one follows as {@link ReferralSent}. */
  record ReferralForwarded(EventHeader header, ReferralId referralId, ReferralId nextReferralId)
      implements ReferralEvent {}

  /** 差戻し, with a code of the city's list. */
  record ReferralSentBack(
      EventHeader header, ReferralId referralId, String reason, @Nullable DossierOutline note)
      implements ReferralEvent {}

  /** 照会. */
  record InformationRequested(
      EventHeader header, ReferralId referralId, @Nullable DossierOutline note)
      implements ReferralEvent {}

  /** 回答. */
  record InformationProvided(
      EventHeader header, ReferralId referralId, @Nullable DossierOutline note)
      implements ReferralEvent {}

  /** 初回接触. */
  record FirstContactMade(EventHeader header, ReferralId referralId) implements ReferralEvent {}

  /** 終了. */
  record ReferralCompleted(
      EventHeader header,
      ReferralId referralId,
      CompletionOutcome outcome,
      @Nullable DossierOutline note)
      implements ReferralEvent {}

  /** 取下げ: before acceptance, or as confirmed afterwards. */
  record ReferralWithdrawn(EventHeader header, ReferralId referralId) implements ReferralEvent {}

  /** 取下げの依頼. */
  record WithdrawalRequested(EventHeader header, ReferralId referralId) implements ReferralEvent {}

  /** The receiver agreed; {@link ReferralWithdrawn} follows. */
  record WithdrawalConfirmed(EventHeader header, ReferralId referralId) implements ReferralEvent {}

  /**
   * 再開.
   *
   * @param clock the new response clock where the receiver is asked again; none where the receiver
   *     itself resumes support
   */
  record ReferralReopened(EventHeader header, ReferralId referralId, @Nullable ResponseClock clock)
      implements ReferralEvent {}

  /** 催促 by the desk. */
  record ReferralReminded(EventHeader header, ReferralId referralId) implements ReferralEvent {}

  /** The answer is due soon (期限接近): told to the receiver. */
  record ResponseDueSoon(EventHeader header, ReferralId referralId) implements ReferralEvent {}

  /** The answer is overdue (期限超過): told to the receiver. */
  record ResponseOverdue(EventHeader header, ReferralId referralId) implements ReferralEvent {}

  /**
   * An overdue answer is put before the desk (調整窓口への連絡). The desk was told nothing of a leg between
   * two others and learns of it here: it says what the leg said when it was put before its
   * receiver.
   */
  record OverdueEscalated(
      EventHeader header,
      ReferralId referralId,
      @Flat ChainPlace chain,
      @Flat LegParties parties,
      ReferralMode mode,
      Urgency urgency,
      ResponseClock clock,
      @Flat LegBeginning beginning)
      implements ReferralEvent {

    /** About this leg while its clock runs. */
    public static OverdueEscalated of(EventHeader header, Referral leg, ResponseClock clock) {
      return new OverdueEscalated(
          header,
          leg.referralId(),
          leg.chain(),
          leg.parties(),
          leg.mode(),
          leg.urgency(),
          clock,
          LegBeginning.of(leg));
    }

    /** The same with this place in its chain. */
    public OverdueEscalated at(ChainPlace place) {
      return new OverdueEscalated(
          header, referralId, place, parties, mode, urgency, clock, beginning);
    }
  }

  /** A receiver needs a dossier sealed for it; the holder is asked to do so. */
  record DossierRequested(
      EventHeader header,
      ReferralId referralId,
      DossierId dossierId,
      AgencyId holder,
      AgencyId recipient)
      implements ReferralEvent {}

  /** A holder sealed a dossier anew. */
  record DossierProvided(EventHeader header, ReferralId referralId, DossierOutline dossier)
      implements ReferralEvent {}

  /** A person's details travelled on a statute instead of consent. */
  record SharedByLaw(
      EventHeader header, ReferralId referralId, PersonRef person, SharingBasis basis)
      implements ReferralEvent {}
}
