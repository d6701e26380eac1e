package jp.tsunagu.connector.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.dossier.HeldDossier;
import jp.tsunagu.connector.dossier.HeldPart;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.outbox.Outbox;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.record.Tasks;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.UuidVersion7;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierRequested;
import org.springframework.stereotype.Component;

/**
 * Answers a request for a dossier this agency holds: seals anew what it may by itself, and leaves
 * the rest to a person.
 */
@Component
final class Resealing {

  private final DossierStore dossiers;
  private final Outbox outbox;
  private final CurrentDirectory directory;
  private final Clock clock;
  private final RandomGenerator random;

  Resealing(
      DossierStore dossiers,
      Outbox outbox,
      CurrentDirectory directory,
      Clock clock,
      RandomGenerator random) {
    this.dossiers = dossiers;
    this.outbox = outbox;
    this.directory = directory;
    this.clock = clock;
    this.random = random;
  }

  void answer(AgencyDatabase database, DossierRequested request, CaseState state) {
    CaseId caseId = request.header().caseId();
    List<OpenPart> parts =
        dossiers
            .find(database, request.dossierId())
            .filter(held -> held.caseId().equals(caseId))
            .map(held -> allowed(held, request.recipient(), state))
            .orElse(List.of());
    if (parts.isEmpty()) {
      Tasks.provideDossier(
          database,
          caseId,
          request.referralId(),
          request.dossierId(),
          request.recipient(),
          request.header().recordedAt());
      return;
    }
    OpenDossier open = new OpenDossier(request.dossierId(), parts);
    outbox.append(database, Wish.sealedAnew(header(caseId), request.referralId(), open));
  }

  private List<OpenPart> allowed(HeldDossier held, AgencyId recipient, CaseState state) {
    Optional<AgencyId> desk = directory.snapshot().desk();
    LocalDate today = LocalDate.ofInstant(clock.instant(), TokyoTime.ZONE);
    BasisCheck check = new BasisCheck(state, recipient, desk.orElse(AgencyId.WITHHELD), today);
    List<HeldPart> allowed = held.parts().stream().filter(check::allows).toList();
    boolean tellsOfSomebody = allowed.stream().anyMatch(Resealing::isPersonal);
    boolean shouldTell = held.parts().stream().anyMatch(Resealing::isPersonal);
    return shouldTell && !tellsOfSomebody
        ? List.of()
        : allowed.stream().map(part -> part.sealedFor(Set.of(recipient))).toList();
  }

  private static boolean isPersonal(HeldPart held) {
    return held.part().isPersonal();
  }

  private CommandHeader header(CaseId caseId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    CommandId commandId = new CommandId(UuidVersion7.at(now, random));
    return new CommandHeader(commandId, caseId, now, now, null, null);
  }
}
