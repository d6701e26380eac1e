package jp.tsunagu.connector.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.dossier.Opener;
import jp.tsunagu.connector.dossier.PartOpening;
import jp.tsunagu.connector.inbox.HeldInbox.Incoming;
import jp.tsunagu.connector.inbox.News.OfDossier;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.DossierId;
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
  private final Clock clock;
  private final RandomGenerator random;

  DossierIntake(Opener opener, DossierStore dossiers, Clock clock, RandomGenerator random) {
    this.opener = opener;
    this.dossiers = dossiers;
    this.clock = clock;
    this.random = random;
  }

  /** Opens what is delivered with these records; gives it in their order. */
  List<OfDossier> open(AgencyDatabase database, List<Incoming> records) {
    List<Incoming> delivered =
        records.stream().filter(each -> each.value() instanceof DossierDelivered).toList();
    Iterator<Map<String, PartOpening>> openings =
        opener
            .open(
                database, delivered.stream().map(each -> (DossierDelivered) each.value()).toList())
            .iterator();
    return delivered.stream()
        .map(
            each ->
                new OfDossier(each.raw().place(), (DossierDelivered) each.value(), openings.next()))
        .toList();
  }

  /** What a person must be told about what did not open. */
  static List<Alarms.Raised> alarms(OfDossier dossier) {
    return dossier.openings().values().stream()
        .flatMap(opening -> alarm(opening).stream())
        .map(
            kind ->
                new Alarms.Raised(
                    kind,
                    dossier.place().partition(),
                    dossier.place().offset(),
                    dossier.delivered().dossier().dossierId()))
        .toList();
  }

  private static Optional<Alarm.Kind> alarm(PartOpening opening) {
    return switch (opening) {
      case PartOpening.Opened _ -> Optional.empty();
      case PartOpening.KeyLost _ -> Optional.of(Alarm.Kind.KEY_LOST);
      case PartOpening.NotForUs _ -> Optional.of(Alarm.Kind.DOSSIER_NOT_FOR_US);
      case PartOpening.Foreign _ -> Optional.of(Alarm.Kind.DOSSIER_FOREIGN);
    };
  }

  /** Keeps it among these changes. */
  void keep(Changes changes, OfDossier dossier) {
    DossierDelivered delivered = dossier.delivered();
    changes.dossiers.keep(
        new DossierStore.Received(
            delivered.caseId(), delivered.referralId(), delivered.dossier(), dossier.openings()));
    if (delivered.referralId() != null
        && dossier.openings().values().stream().anyMatch(PartOpening.KeyLost.class::isInstance)) {
      changes.unopened.add(delivered);
    }
  }

  /** Asks once for each dossier that no key opens; what came is stored by now. */
  void askAgain(Changes changes) {
    Instant now = clock.instant();
    Set<DossierId> first =
        new HashSet<>(
            dossiers.firstRequest(
                changes.database,
                changes.unopened.stream()
                    .map(each -> each.dossier().dossierId())
                    .collect(Collectors.toUnmodifiableSet()),
                now));
    changes.unopened.stream()
        .filter(each -> first.remove(each.dossier().dossierId()))
        .forEach(each -> changes.commands.add(request(each, now)));
  }

  private Wish request(DossierDelivered delivered, Instant now) {
    Instant entered = now.truncatedTo(ChronoUnit.MILLIS);
    CommandHeader header =
        new CommandHeader(
            new CommandId(UuidVersion7.at(now, random)),
            delivered.caseId(),
            entered,
            entered,
            null,
            null);
    return Wish.of(
        new RequestDossier(
            header,
            Objects.requireNonNull(delivered.referralId()),
            delivered.dossier().dossierId()));
  }
}
