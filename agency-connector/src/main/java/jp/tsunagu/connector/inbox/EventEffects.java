package jp.tsunagu.connector.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.mailbox.ToTell;
import jp.tsunagu.connector.outbox.Outbox;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.record.Projection;
import jp.tsunagu.connector.record.ProtectionTasks;
import jp.tsunagu.connector.record.Tasks;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConferenceEvent;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopRequested;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopped;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ProtectionLifted;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberReleased;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ReportArrival;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierProvided;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierRequested;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralWithdrawn;
import jp.tsunagu.contract.lifecycle.StopAnswer;
import jp.tsunagu.contract.message.Notice.ConsentShown;
import org.springframework.stereotype.Component;

/** What an event changes in this agency's record, all in the transaction that takes it in. */
@Component
final class EventEffects {

  private final Projection projection;
  private final Outbox outbox;
  private final DossierStore dossiers;
  private final Resealing resealing;
  private final MeetingEffects meetings;
  private final ToTell mailbox;
  private final Clock clock;

  EventEffects(
      Projection projection,
      Outbox outbox,
      DossierStore dossiers,
      Resealing resealing,
      MeetingEffects meetings,
      ToTell mailbox,
      Clock clock) {
    this.projection = projection;
    this.outbox = outbox;
    this.dossiers = dossiers;
    this.resealing = resealing;
    this.meetings = meetings;
    this.mailbox = mailbox;
    this.clock = clock;
  }

  void apply(AgencyDatabase database, CaseEvent event) {
    Optional<Giving> giving = Giving.of(event, before(database, event));
    CaseState after = projection.apply(database, event);
    AgencyId agency = database.agency();
    Optional<ReferralId> handed = Arrival.handedTo(agency, event, after);
    handed.ifPresent(id -> reportArrival(database, event, id));
    mailbox.take(database, event, after, handed);
    giving.ifPresent(one -> apply(database, one, after));
    if (event instanceof ConferenceEvent conference) {
      meetings.apply(database, conference, after);
    }
    protection(database, event, after);
    if (event instanceof SharingStopRequested stop && stop.holder().equals(agency)) {
      stop(database, stop);
    }
    if (event instanceof SharingStopped stopped && stopped.holder().equals(agency)) {
      stopped(database, stopped);
    }
    if (event instanceof MemberReleased released && released.member().equals(agency)) {
      dossiers.lockTextsOfTheConference(database, released.header().caseId());
    }
    if (event instanceof DossierRequested request && request.holder().equals(agency)) {
      resealing.answer(database, request, after);
    }
    if (event instanceof DossierProvided provided && provided.dossier().sender().equals(agency)) {
      Tasks.dossierProvided(
          database,
          event.header().caseId(),
          provided.referralId(),
          provided.dossier().dossierId(),
          provided.dossier().recipients(),
          event.header().recordedAt());
    }
  }

  /** Who received the household, coordinates or began the measure is to decide about its end. */
  private static void protection(AgencyDatabase database, CaseEvent event, CaseState after) {
    CaseId caseId = after.caseId();
    Instant when = event.header().recordedAt();
    Protection protection = after.protection();
    if (event instanceof ProtectionLifted) {
      ProtectionTasks.decided(database, caseId, when);
    } else if (protection != null && isInCharge(database.agency(), event, after)) {
      ProtectionTasks.decide(database, caseId, protection, when);
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

  private CaseState before(AgencyDatabase database, CaseEvent event) {
    CaseId caseId = event.header().caseId();
    return event instanceof ReferralWithdrawn
        ? projection.state(database, caseId).orElseGet(() -> CaseState.beforeFirst(caseId))
        : CaseState.beforeFirst(caseId);
  }

  private void apply(AgencyDatabase database, Giving giving, CaseState after) {
    ReferralId leg = giving.referralId();
    boolean isReceiver =
        after.referral(leg).filter(one -> one.receiver().equals(database.agency())).isPresent();
    switch (giving) {
      case Giving.Back back when isReceiver || back.byEverybody() ->
          dossiers.giveBack(database, leg);
      case Giving.Again _ when isReceiver -> dossiers.takeBack(database, leg);
      case Giving.Back _, Giving.Again _ -> {}
    }
  }

  /** An earlier consent belongs to the case as if it had been seen recorded. */
  void show(AgencyDatabase database, ConsentShown shown) {
    projection.show(database, shown);
  }

  private void reportArrival(AgencyDatabase database, CaseEvent event, ReferralId referralId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    CommandHeader header =
        new CommandHeader(Arrival.commandId(event), event.header().caseId(), now, now, null, null);
    outbox.append(database, Wish.of(new ReportArrival(header, referralId)));
  }

  private void stop(AgencyDatabase database, SharingStopRequested stop) {
    dossiers.lock(database, stop.header().caseId(), stop.person());
    Tasks.answerSharingStop(
        database, stop.header().caseId(), stop.person(), stop.header().recordedAt());
  }

  private void stopped(AgencyDatabase database, SharingStopped stopped) {
    if (stopped.answer() == StopAnswer.ERASED) {
      dossiers.erase(database, stopped.header().caseId(), stopped.person());
    }
    Tasks.sharingStopAnswered(
        database, stopped.header().caseId(), stopped.person(), stopped.header().recordedAt());
  }
}
