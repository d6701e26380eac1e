package jp.tsunagu.connector.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.mailbox.ToTell;
import jp.tsunagu.connector.outbox.Outbox;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.connector.record.Projection;
import jp.tsunagu.connector.record.Side;
import jp.tsunagu.connector.register.Placements;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConferenceEvent;
import jp.tsunagu.contract.lifecycle.ConsentEvent;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopRequested;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopped;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ProtectionLifted;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberReleased;
import jp.tsunagu.contract.lifecycle.InquiryEvent;
import jp.tsunagu.contract.lifecycle.PaperEvent.PapersCalledBack;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierProvided;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierRequested;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportEnded;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.StopAnswer;
import org.springframework.stereotype.Component;

/**
 * What news of a case changes in this agency's record: collected event by event, written in sets at
 * the end of the transaction that takes it in.
 */
@Component
final class EventEffects {

  private final Projection projection;
  private final Outbox outbox;
  private final DossierStore dossiers;
  private final DossierIntake dossierIntake;
  private final Receipts receipts;
  private final Resealing resealing;
  private final MeetingEffects meetings;
  private final ToTell mailbox;
  private final Alarms alarms;
  private final Placements placements;
  private final Clock clock;

  EventEffects(
      Projection projection,
      Outbox outbox,
      DossierStore dossiers,
      DossierIntake dossierIntake,
      Receipts receipts,
      Resealing resealing,
      MeetingEffects meetings,
      ToTell mailbox,
      Alarms alarms,
      Placements placements,
      Clock clock) {
    this.projection = projection;
    this.outbox = outbox;
    this.dossiers = dossiers;
    this.dossierIntake = dossierIntake;
    this.receipts = receipts;
    this.resealing = resealing;
    this.meetings = meetings;
    this.mailbox = mailbox;
    this.alarms = alarms;
    this.placements = placements;
    this.clock = clock;
  }

  /** None yet; only these cases can be changed. */
  Changes open(AgencyDatabase database, Collection<CaseId> cases) {
    return new Changes(database, projection.open(database, cases), dossiers.changes(database));
  }

  /**
   * Writes each thing once. What stands at the end answers what was asked on the way; an alarm is
   * as old as the dossiers it is about, or older.
   */
  void write(Changes changes) {
    alarms.raise(changes.database, changes.alarms);
    changes.dossiers.write(clock.instant());
    receipts.confirm(changes);
    changes.cases.write();
    resealing.answer(changes);
    dossierIntake.askAgain(changes);
    changes.tasks.write();
    changes.notices.write();
    changes.dates.write();
    outbox.append(changes.database, changes.commands, changes.receipts);
    changes.ended.forEach(
        over ->
            placements.giveBackAll(changes.database, over.header().caseId(), over.flow().person()));
    ToTell.note(changes.database, changes.toTell);
  }

  void apply(Changes changes, CaseEvent event) {
    AgencyId own = changes.own();
    CaseId caseId = event.header().caseId();
    Optional<Giving> giving = Giving.of(event, changes.cases.state(caseId));
    CaseState after = changes.cases.apply(event);
    Optional<ReferralId> handed = Arrival.handedTo(own, event, after);
    changes.toTell.addAll(mailbox.of(own, event, after, handed));
    giving.ifPresent(one -> apply(changes, one, after));
    protection(changes, event, after);
    switch (event) {
      case ConferenceEvent conference -> meetings.apply(changes, conference, after);
      case InquiryEvent inquiry -> InquiryEffects.apply(changes, inquiry, after);
      case SideSupportEnded over when over.flow().kind() == SideKind.PARTICIPATION ->
          changes.ended.add(over);
      case SharingStopRequested stop when stop.holder().equals(own) -> stop(changes, stop);
      case SharingStopped stopped when stopped.holder().equals(own) -> stopped(changes, stopped);
      case MemberReleased released when released.member().equals(own) -> {
        changes.dossiers.lockTextsOfTheConference(caseId);
        PaperEffects.drop(changes, after);
      }
      case PapersCalledBack _ -> PaperEffects.drop(changes, after);
      case DossierRequested request when request.holder().equals(own) -> asked(changes, request);
      case DossierProvided provided when provided.dossier().sender().equals(own) ->
          provided(changes, provided);
      case CaseEvent _ -> {}
    }
  }

  /** Who received the household, coordinates or began the measure is to decide about its end. */
  private static void protection(Changes changes, CaseEvent event, CaseState after) {
    CaseId caseId = after.caseId();
    Instant when = event.header().recordedAt();
    Protection protection = after.protection();
    if (event instanceof ProtectionLifted) {
      changes.tasks.protectionDecided(caseId, when);
    } else if (protection != null && isInCharge(changes.own(), event, after)) {
      changes.tasks.decideOnProtection(caseId, protection, when);
    }
  }

  private static boolean isInCharge(AgencyId own, CaseEvent event, CaseState after) {
    Consultation consultation = after.consultation();
    boolean coordinates =
        switch (after.coordination()) {
          case Coordination.None _, Coordination.Closed _ -> false;
          case Coordination.Requested requested -> requested.coordinator().equals(own);
          case Coordination.Open open -> open.coordinator().equals(own);
        };
    return coordinates
        || (consultation != null && consultation.receivedBy().equals(own))
        || (event instanceof CaseProtected && event.header().actor().equals(own));
  }

  private static void apply(Changes changes, Giving giving, CaseState after) {
    ReferralId leg = giving.referralId();
    Optional<Side> side = after.referral(leg).map(one -> Side.of(changes.own(), one));
    boolean isReceiver = side.filter(Side.RECEIVER::equals).isPresent();
    boolean isSender = side.filter(Side.SENDER::equals).isPresent();
    switch (giving) {
      case Giving.Back back when isReceiver || back.byEverybody() ->
          changes.dossiers.giveBack(after.caseId(), leg, isSender);
      case Giving.Again _ when isReceiver ->
          changes.dossiers.takeBack(after.caseId(), leg, isSender);
      case Giving.Back _, Giving.Again _ -> {}
    }
  }

  /** A household whose sheet was refused never came. */
  static void refused(Changes changes, CaseId caseId) {
    if (changes.cases.neverCame(caseId)) {
      changes.dossiers.forget(caseId);
    }
  }

  /** A stop or an erasure that a restored network does not know yet holds for what comes here. */
  static void hold(Changes changes, ConsentEvent lost) {
    CaseId caseId = lost.header().caseId();
    if (lost instanceof SharingStopRequested stop && stop.holder().equals(changes.own())) {
      changes.dossiers.lock(caseId, stop.person());
    }
    if (lost instanceof SharingStopped stopped
        && stopped.holder().equals(changes.own())
        && stopped.answer() == StopAnswer.ERASED) {
      changes.dossiers.erase(caseId, stopped.person());
    }
  }

  private static void stop(Changes changes, SharingStopRequested stop) {
    CaseId caseId = stop.header().caseId();
    changes.dossiers.lock(caseId, stop.person());
    changes.tasks.answerSharingStop(caseId, stop.person(), stop.header().recordedAt());
  }

  private static void stopped(Changes changes, SharingStopped stopped) {
    CaseId caseId = stopped.header().caseId();
    if (stopped.answer() == StopAnswer.ERASED) {
      changes.dossiers.erase(caseId, stopped.person());
    }
    changes.tasks.sharingStopAnswered(caseId, stopped.person(), stopped.header().recordedAt());
  }

  private static void asked(Changes changes, DossierRequested request) {
    Resealing.Asked asked = new Resealing.Asked(request);
    changes.asked.add(asked);
    changes.tasks.provideDossier(
        request.header().caseId(),
        request.referralId(),
        request.dossierId(),
        request.recipient(),
        request.header().recordedAt(),
        asked::isForPerson);
  }

  private static void provided(Changes changes, DossierProvided provided) {
    changes.tasks.dossierProvided(
        provided.header().caseId(),
        provided.referralId(),
        provided.dossier().dossierId(),
        provided.dossier().recipients(),
        provided.header().recordedAt());
  }
}
