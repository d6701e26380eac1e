package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierProvided;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierRequested;
import jp.tsunagu.contract.lifecycle.ReferralEvent.FirstContactMade;
import jp.tsunagu.contract.lifecycle.ReferralEvent.InformationProvided;
import jp.tsunagu.contract.lifecycle.ReferralEvent.InformationRequested;
import jp.tsunagu.contract.lifecycle.ReferralEvent.OverdueEscalated;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralArrived;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralCompleted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralDeclined;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralForwarded;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralReminded;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralReopened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSentBack;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralTriaged;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralWithdrawn;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseDueSoon;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseOverdue;
import jp.tsunagu.contract.lifecycle.ReferralEvent.SharedByLaw;
import jp.tsunagu.contract.lifecycle.ReferralEvent.SheetSubmitted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.WithdrawalConfirmed;
import jp.tsunagu.contract.lifecycle.ReferralEvent.WithdrawalRequested;
import org.jspecify.annotations.Nullable;

/** What the events of a referral change. */
final class ReferralFold {

  private ReferralFold() {}

  static void apply(CaseDraft draft, ReferralEvent event) {
    Instant at = event.header().recordedAt();
    ReferralId leg = event.referralId();
    switch (event) {
      case SheetSubmitted submitted -> submit(draft, submitted);
      case ReferralTriaged triaged -> triage(draft, triaged);
      case ReferralSent sent -> send(draft, sent);
      case ReferralArrived _ -> draft.progress(leg, p -> p.arrived(at));
      case ReferralOpened _ -> draft.progress(leg, p -> p.opened(at));
      case ReferralAccepted accepted -> answer(draft, event, new Stage.Accepted(), accepted.note());
      case ReferralDeclined declined ->
          answer(draft, event, new Stage.Declined(declined.reason()), declined.note());
      case ReferralForwarded forwarded ->
          answer(draft, event, new Stage.Forwarded(forwarded.nextReferralId()), null);
      case ReferralSentBack sentBack ->
          answer(draft, event, new Stage.SentBack(sentBack.reason()), sentBack.note());
      case InformationRequested asked -> question(draft, event, true, asked.note());
      case InformationProvided provided -> question(draft, event, false, provided.note());
      case FirstContactMade _ -> draft.progress(leg, p -> p.moved(new Stage.InContact(), at));
      case ReferralCompleted completed ->
          answer(draft, event, new Stage.Completed(completed.outcome()), completed.note());
      case ReferralWithdrawn _ -> answer(draft, event, new Stage.Withdrawn(), null);
      case WithdrawalRequested _ -> draft.progress(leg, p -> p.withWithdrawalRequested(at));
      case WithdrawalConfirmed _, ReferralReminded _, SharedByLaw _ -> {}
      case ReferralReopened reopened -> reopen(draft, reopened);
      case ResponseDueSoon _ -> draft.progress(leg, p -> p.told(TimerKind.DUE_SOON, at));
      case ResponseOverdue _ -> draft.progress(leg, p -> p.told(TimerKind.OVERDUE, at));
      case OverdueEscalated escalated -> escalate(draft, escalated, at);
      case DossierRequested _ -> draft.progress(leg, p -> p.withAwaitingDossier(true, at));
      case DossierProvided provided -> provide(draft, provided);
    }
  }

  private static void submit(CaseDraft draft, SheetSubmitted event) {
    draft.referrals.add(
        new Referral(
            event.referralId(),
            new ChainPlace(event.referralId(), null),
            ReferralKind.SHEET,
            event.urgency(),
            new LegParties(event.sender(), event.desk()),
            ReferralMode.TOGETHER,
            draft.travelled(event.dossier()),
            Progress.asked(Stage.Submitted.unread(), event.clock(), event.header().recordedAt())));
  }

  /** Known from its sheet to sender and desk; to the receiver it begins here. */
  private static void triage(CaseDraft draft, ReferralTriaged event) {
    Progress asked = Progress.asked(new Stage.Sent(), event.clock(), event.header().recordedAt());
    var dossierId = draft.travelled(event.dossier());
    if (draft.referrals.stream().noneMatch(leg -> leg.referralId().equals(event.referralId()))) {
      draft.referrals.add(begun(event, dossierId, asked));
      return;
    }
    draft.referral(
        event.referralId(),
        leg -> leg.sortedTo(event.receiver(), event.mode()).carrying(dossierId).with(asked));
  }

  private static Referral begun(
      ReferralTriaged event, @Nullable DossierId dossierId, Progress asked) {
    return new Referral(
        event.referralId(),
        new ChainPlace(event.referralId(), null),
        ReferralKind.SHEET,
        event.urgency(),
        new LegParties(event.sender(), event.receiver()),
        event.mode(),
        dossierId,
        asked);
  }

  private static void send(CaseDraft draft, ReferralSent event) {
    draft.referrals.add(
        new Referral(
            event.referralId(),
            event.chain(),
            ReferralKind.REFERRAL,
            event.urgency(),
            event.parties(),
            event.mode(),
            draft.travelled(event.dossier()),
            Progress.asked(new Stage.Sent(), event.clock(), event.header().recordedAt())));
  }

  /** To the desk it begins here, unless it came to the desk before. */
  private static void escalate(CaseDraft draft, OverdueEscalated event, Instant at) {
    ReferralId leg = event.referralId();
    if (draft.referrals.stream().noneMatch(known -> known.referralId().equals(leg))) {
      draft.referrals.add(
          new Referral(
              leg,
              event.chain(),
              event.beginning().kind(),
              event.urgency(),
              event.parties(),
              event.mode(),
              null,
              Progress.asked(new Stage.Sent(), event.clock(), event.beginning().sentAt())));
    }
    draft.progress(leg, p -> p.told(TimerKind.ESCALATE, at));
  }

  private static void answer(
      CaseDraft draft, ReferralEvent event, Stage next, @Nullable DossierOutline note) {
    draft.travelled(note);
    draft.progress(event.referralId(), p -> p.answered(next, event.header().recordedAt()));
  }

  private static void question(
      CaseDraft draft, ReferralEvent event, boolean open, @Nullable DossierOutline note) {
    draft.travelled(note);
    draft.progress(event.referralId(), p -> p.withQuestion(open, event.header().recordedAt()));
  }

  private static void reopen(CaseDraft draft, ReferralReopened event) {
    Instant at = event.header().recordedAt();
    ResponseClock clock = event.clock();
    draft.progress(
        event.referralId(),
        p ->
            clock == null
                ? p.answered(new Stage.Accepted(), at)
                : Progress.asked(new Stage.Sent(), clock, at));
  }

  /** What nobody waited for travels beside what came with the leg, and not in its place. */
  private static void provide(CaseDraft draft, DossierProvided event) {
    var dossierId = draft.travelled(event.dossier());
    draft.referral(
        event.referralId(),
        leg ->
            leg.progress().awaitingDossier()
                ? leg.carrying(dossierId)
                    .with(leg.progress().withAwaitingDossier(false, event.header().recordedAt()))
                : leg);
  }
}
