package jp.tsunagu.connector.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.dossier.HeldDossier;
import jp.tsunagu.connector.dossier.HeldPart;
import jp.tsunagu.connector.dossier.OfLeg;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;
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
  private final CurrentDirectory directory;
  private final Clock clock;
  private final RandomGenerator random;

  Resealing(
      DossierStore dossiers, CurrentDirectory directory, Clock clock, RandomGenerator random) {
    this.dossiers = dossiers;
    this.directory = directory;
    this.clock = clock;
    this.random = random;
  }

  /** A request for a dossier; a person's task until it is answered without one. */
  static final class Asked {

    private final DossierRequested request;
    private boolean isForPerson = true;

    Asked(DossierRequested request) {
      this.request = request;
    }

    boolean isForPerson() {
      return isForPerson;
    }
  }

  /**
   * Answers the requests among these changes, by what stands at their end: what was locked or
   * withdrawn after a request is not sent any more.
   */
  void answer(Changes changes) {
    Map<DossierId, HeldDossier> held = new HashMap<>();
    dossiers
        .find(
            changes.database,
            changes.asked.stream()
                .map(each -> each.request.dossierId())
                .collect(Collectors.toUnmodifiableSet()))
        .forEach(one -> held.put(one.dossierId(), one));
    for (Asked each : changes.asked) {
      Optional.ofNullable(held.get(each.request.dossierId()))
          .flatMap(dossier -> answer(changes, each.request, dossier))
          .ifPresent(
              wish -> {
                each.isForPerson = false;
                changes.commands.add(wish);
              });
    }
  }

  private Optional<Wish> answer(Changes changes, DossierRequested request, HeldDossier held) {
    CaseId caseId = request.header().caseId();
    List<OpenPart> parts =
        held.caseId().equals(caseId)
            ? allowed(held, request, changes.cases.state(caseId))
            : List.of();
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Wish.sealedAnew(
                header(caseId), request.referralId(), new OpenDossier(request.dossierId(), parts)));
  }

  private List<OpenPart> allowed(HeldDossier held, DossierRequested request, CaseState state) {
    AgencyId recipient = request.recipient();
    List<HeldPart> ofLeg = ofLeg(held, request.referralId(), state);
    Optional<AgencyId> desk = directory.snapshot().desk();
    LocalDate today = LocalDate.ofInstant(clock.instant(), TokyoTime.ZONE);
    BasisCheck check = new BasisCheck(state, recipient, desk.orElse(AgencyId.WITHHELD), today);
    List<HeldPart> allowed = ofLeg.stream().filter(check::allows).toList();
    boolean tellsOfSomebody = allowed.stream().anyMatch(Resealing::isPersonal);
    boolean shouldTell = ofLeg.stream().anyMatch(Resealing::isPersonal);
    return shouldTell && !tellsOfSomebody
        ? List.of()
        : allowed.stream().map(part -> part.sealedFor(Set.of(recipient))).toList();
  }

  /** Nobody gets why another 紹介先 was chosen. */
  private static List<HeldPart> ofLeg(HeldDossier held, ReferralId leg, CaseState state) {
    return state
        .referral(leg)
        .map(known -> new OfLeg(state, known))
        .map(
            known ->
                held.parts().stream().filter(part -> part.isOf(known, held.dossierId())).toList())
        .orElseGet(held::parts);
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
