package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierRequested;
import jp.tsunagu.contract.lifecycle.ReferralEvent.SharedByLaw;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.jspecify.annotations.Nullable;

/** What goes with commands: whether it may travel, and what follows when it does. */
final class Dossiers {

  private Dossiers() {}

  /** Whether this dossier may travel to this receiver. */
  static Optional<Refuse> check(
      Attempt attempt, @Nullable SealedDossier dossier, AgencyId receiver) {
    return check(attempt, dossier, Set.of(receiver));
  }

  /** Whether this dossier may travel to these receivers. */
  static Optional<Refuse> check(
      Attempt attempt, @Nullable SealedDossier dossier, Set<AgencyId> receivers) {
    return dossier == null
        ? Optional.empty()
        : checkNew(new Handover(attempt, dossier, receivers, false));
  }

  /** Whether this dossier may travel beside every leg: to those who work on the case. */
  static Optional<Refuse> checkBeside(Attempt attempt, @Nullable SealedDossier dossier) {
    return dossier == null
        ? Optional.empty()
        : check(
            attempt,
            dossier,
            dossier.outline().recipients().stream()
                .filter(one -> Parties.worksOn(attempt.state(), one, attempt.roll()))
                .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether this dossier may travel to those for whom this item of a meeting exists. */
  static Optional<Refuse> checkAtTheTable(ItemAttempt item, @Nullable SealedDossier dossier) {
    return dossier == null
        ? Optional.empty()
        : check(
            item.attempt(),
            dossier,
            dossier.outline().recipients().stream()
                .filter(one -> Parties.sees(item.state(), item.item(), one, item.attempt().roll()))
                .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether this dossier may travel with a request for coordination. */
  static Optional<Refuse> checkForCoordination(
      Attempt attempt, @Nullable SealedDossier dossier, AgencyId coordinator) {
    return dossier == null
        ? Optional.empty()
        : checkNew(new Handover(attempt, dossier, Set.of(coordinator), true));
  }

  private static Optional<Refuse> checkNew(Handover handover) {
    return DossierRules.mustBeNew(handover).or(() -> Rule.firstBroken(handover, DossierRules.ALL));
  }

  /** Whether a holder may seal this dossier anew for those of the leg; it may keep its id. */
  static Optional<Refuse> checkAnew(
      Attempt attempt, SealedDossier dossier, Set<AgencyId> receivers) {
    boolean another =
        attempt
            .state()
            .dossier(dossier.dossierId())
            .filter(earlier -> !earlier.sender().equals(attempt.actor()))
            .filter(earlier -> !wasFor(attempt.actor(), earlier))
            .isPresent();
    return Rule.require(!another, RefusalCode.DOSSIER_ALREADY_EXISTS)
        .or(
            () ->
                Rule.firstBroken(
                    new Handover(attempt, dossier, receivers, false), DossierRules.ALL));
  }

  static @Nullable DossierOutline outline(@Nullable SealedDossier dossier) {
    return dossier == null ? null : dossier.outline();
  }

  /** What of it this receiver can open. */
  static @Nullable SealedDossier forOne(@Nullable SealedDossier dossier, AgencyId receiver) {
    return dossier == null ? null : dossier.onlyFor(receiver).orElse(null);
  }

  /** Each person's details that travel with this leg on a statute are put on record. */
  static List<EventMaker> sharedByLaw(
      Attempt attempt, ReferralId leg, @Nullable SealedDossier dossier) {
    if (dossier == null) {
      return List.of();
    }
    return dossier.parts().stream()
        .filter(part -> part.isPersonal() && goesToAnother(part, attempt.actor()))
        .<EventMaker>mapMulti(
            (part, makers) -> {
              var person = part.person();
              var basis = part.basis();
              if (person != null && basis != null && basis.kind() == BasisKind.LAW) {
                makers.accept(new ByLaw(leg, person, basis));
              }
            })
        .distinct()
        .toList();
  }

  private static boolean goesToAnother(SealedPart part, AgencyId actor) {
    return part.recipients().stream().anyMatch(recipient -> !recipient.equals(actor));
  }

  /** The latest holder is asked to seal for a new receiver what nobody sealed for it. */
  static List<EventMaker> askHolder(
      Attempt attempt, ReferralId leg, Optional<DossierOutline> held, AgencyId receiver) {
    return held.map(
            dossier ->
                ask(attempt, leg, dossier, latestHolder(attempt, dossier, receiver), receiver))
        .orElse(List.of());
  }

  /**
   * For a triaged sheet whoever sealed it is asked, if the consents are of its recording: its
   * connector can agree by itself, and it learns of the receiver anyway. Else the latest holder.
   */
  static List<EventMaker> askSender(
      Attempt attempt, ReferralId leg, Optional<DossierOutline> held, AgencyId receiver) {
    return held.filter(dossier -> recordedConsents(attempt, dossier.sender()))
        .map(dossier -> ask(attempt, leg, dossier, dossier.sender(), receiver))
        .orElseGet(() -> askHolder(attempt, leg, held, receiver));
  }

  private static List<EventMaker> ask(
      Attempt attempt, ReferralId leg, DossierOutline dossier, AgencyId holder, AgencyId receiver) {
    return whoStillHolds(attempt, dossier, holder)
        .filter(one -> !one.equals(receiver) && !Parties.isExcluded(attempt.state(), one))
        .map(
            one ->
                List.<EventMaker>of(
                    header ->
                        new DossierRequested(header, leg, dossier.dossierId(), one, receiver)))
        .orElse(List.of());
  }

  /** The holder; where it has left whoever sealed it or, if it was for the desk, the desk. */
  static Optional<AgencyId> whoStillHolds(
      Attempt attempt, DossierOutline dossier, AgencyId holder) {
    return Stream.of(holder, dossier.sender(), attempt.desk())
        .filter(one -> one.equals(dossier.sender()) || wasFor(one, dossier))
        .filter(one -> !attempt.roll().hasLeft(one))
        .findFirst();
  }

  /** Who connects on holds what it received; else whoever sealed it. */
  private static AgencyId latestHolder(Attempt attempt, DossierOutline dossier, AgencyId receiver) {
    AgencyId actor = attempt.actor();
    return !actor.equals(receiver) && wasFor(actor, dossier) ? actor : dossier.sender();
  }

  private static boolean recordedConsents(Attempt attempt, AgencyId agency) {
    return attempt.state().consents().stream()
        .anyMatch(consent -> consent.recordedBy().equals(agency));
  }

  /** Whether this agency could open some part of the dossier. */
  static boolean wasFor(AgencyId agency, DossierOutline dossier) {
    return dossier.parts().stream().anyMatch(part -> part.recipients().contains(agency));
  }

  private record ByLaw(ReferralId leg, PersonRef person, SharingBasis basis) implements EventMaker {
    @Override
    public SharedByLaw with(EventHeader header) {
      return new SharedByLaw(header, leg, person, basis);
    }
  }
}
