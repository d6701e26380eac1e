package jp.tsunagu.connector.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.dossier.DossierStore.PartName;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConfirmReceipt;
import jp.tsunagu.contract.lifecycle.Referral;
import org.springframework.stereotype.Component;

/**
 * Confirms what was put before this agency once it is stored here and can be opened (到達): a leg
 * with a part that does not open has not arrived, until the part comes again and opens. What was
 * confirmed is marked in the case, for the network does not tell the receiver of its own receipt.
 */
@Component
final class Receipts {

  private final DossierStore dossiers;
  private final Clock clock;

  Receipts(DossierStore dossiers, Clock clock) {
    this.dossiers = dossiers;
    this.clock = clock;
  }

  /** Confirms what these changes brought; what they say of dossiers is written by now. */
  void confirm(Changes changes) {
    List<CaseState> cases =
        changes.cases.changed().filter(one -> !waiting(changes, one).isEmpty()).toList();
    Set<PartName> needed =
        cases.stream()
            .flatMap(one -> waiting(changes, one).stream().flatMap(leg -> parts(changes, one, leg)))
            .collect(Collectors.toSet());
    Set<PartName> unopened = dossiers.unopened(changes.database, needed, changes.dossiers.opened());
    for (CaseState one : cases) {
      List<Referral> arrived =
          waiting(changes, one).stream()
              .filter(leg -> parts(changes, one, leg).noneMatch(unopened::contains))
              .toList();
      if (!arrived.isEmpty()) {
        changes.receipts.add(receipt(one, arrived));
        changes.cases.arrived(one.caseId(), arrived.stream().map(Referral::referralId).toList());
      }
    }
  }

  private static List<Referral> waiting(Changes changes, CaseState state) {
    return state.referrals().stream()
        .filter(leg -> leg.receiver().equals(changes.own()) && leg.waitsToArrive())
        .toList();
  }

  /** What travelled with this leg last and is for this agency. */
  private static Stream<PartName> parts(Changes changes, CaseState state, Referral leg) {
    AgencyId own = changes.own();
    return Stream.ofNullable(leg.dossierId())
        .flatMap(id -> state.dossier(id).stream())
        .flatMap(
            dossier ->
                dossier.parts().stream()
                    .filter(part -> part.recipients().contains(own))
                    .map(part -> new PartName(dossier.dossierId(), part.name())));
  }

  private ConfirmReceipt receipt(CaseState state, Collection<Referral> legs) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant arrivedAt =
        legs.stream()
            .map(leg -> leg.progress().sentAt())
            .filter(now::isBefore)
            .max(Comparator.naturalOrder())
            .orElse(now);
    return new ConfirmReceipt(
        state.caseId(),
        legs.stream().map(Referral::referralId).toList(),
        state.sequence(),
        arrivedAt);
  }
}
