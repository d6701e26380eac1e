package jp.tsunagu.connector.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.dossier.Opener;
import jp.tsunagu.connector.dossier.PartOpening;
import jp.tsunagu.connector.outbox.Outbox;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.id.UuidVersion7;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RequestDossier;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import org.springframework.stereotype.Component;

/** Opens what was delivered, keeps it, and says loudly what does not open. */
@Component
final class DossierIntake {

  private final Opener opener;
  private final DossierStore dossiers;
  private final Alarms alarms;
  private final Outbox outbox;
  private final Clock clock;
  private final RandomGenerator random;

  DossierIntake(
      Opener opener,
      DossierStore dossiers,
      Alarms alarms,
      Outbox outbox,
      Clock clock,
      RandomGenerator random) {
    this.opener = opener;
    this.dossiers = dossiers;
    this.alarms = alarms;
    this.outbox = outbox;
    this.clock = clock;
    this.random = random;
  }

  /** Gives false if no part of it is ours: the record was misrouted or copied. */
  boolean take(AgencyDatabase database, DossierDelivered delivered, int partition, long offset) {
    SealedDossier dossier = delivered.dossier();
    Map<String, PartOpening> openings = opener.open(database, delivered.caseId(), dossier);
    alarm(database, dossier, openings.values(), partition, offset);
    if (openings.values().stream().noneMatch(DossierIntake::isOurs)) {
      return false;
    }
    Instant now = clock.instant();
    dossiers.keepReceived(
        database,
        List.of(
            new DossierStore.Received(
                delivered.caseId(), delivered.referralId(), dossier, openings)),
        now);
    if (openings.values().stream().anyMatch(PartOpening.KeyLost.class::isInstance)) {
      askAgain(database, delivered, now);
    }
    return true;
  }

  private static boolean isOurs(PartOpening opening) {
    return switch (opening) {
      case PartOpening.Opened _, PartOpening.KeyLost _ -> true;
      case PartOpening.NotForUs _, PartOpening.Foreign _ -> false;
    };
  }

  private void alarm(
      AgencyDatabase database,
      SealedDossier dossier,
      Collection<PartOpening> openings,
      int partition,
      long offset) {
    for (PartOpening opening : openings) {
      switch (opening) {
        case PartOpening.Opened _ -> {}
        case PartOpening.KeyLost _ ->
            alarms.raise(database, Alarm.Kind.KEY_LOST, partition, offset, dossier.dossierId());
        case PartOpening.NotForUs _ ->
            alarms.raise(
                database, Alarm.Kind.DOSSIER_NOT_FOR_US, partition, offset, dossier.dossierId());
        case PartOpening.Foreign _ ->
            alarms.raise(
                database, Alarm.Kind.DOSSIER_FOREIGN, partition, offset, dossier.dossierId());
      }
    }
  }

  private void askAgain(AgencyDatabase database, DossierDelivered delivered, Instant now) {
    ReferralId referralId = delivered.referralId();
    if (referralId == null
        || !dossiers.firstRequest(database, delivered.dossier().dossierId(), now)) {
      return;
    }
    Instant entered = now.truncatedTo(ChronoUnit.MILLIS);
    CommandHeader header =
        new CommandHeader(
            new CommandId(UuidVersion7.at(now, random)),
            delivered.caseId(),
            entered,
            entered,
            null,
            null);
    outbox.append(
        database, Wish.of(new RequestDossier(header, referralId, delivered.dossier().dossierId())));
  }

  /** The notice as it is kept: what could be opened lies among the dossiers, and only there. */
  static DossierDelivered withoutCiphertexts(DossierDelivered delivered) {
    return new DossierDelivered(
        delivered.caseId(),
        delivered.referralId(),
        delivered.dossier().emptied(),
        delivered.recordedAt());
  }
}
