package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;

/**
 * A sealed dossier on its way with a command.
 *
 * @param receivers who the command is for; nobody else can get a part, except the sender itself to
 *     read it again
 * @param asksForCoordination the command asks its receiver to coordinate
 */
record Handover(
    Attempt attempt, SealedDossier dossier, Set<AgencyId> receivers, boolean asksForCoordination) {

  Stream<SealedPart> parts() {
    return dossier.parts().stream();
  }

  Stream<SealedPart> personalParts() {
    return parts().filter(SealedPart::isPersonal);
  }

  /** Every personal part with every other agency that could read it. */
  List<Sharing> sharings() {
    return personalParts()
        .flatMap(
            part ->
                part.recipients().stream()
                    .filter(recipient -> !recipient.equals(attempt.actor()))
                    .sorted()
                    .map(recipient -> new Sharing(this, part, recipient)))
        .toList();
  }

  /** 利用申込② where the coordinator gives or gets, else 利用申込①. */
  ConsentPurpose purposeTowards(AgencyId recipient) {
    return asksForCoordination
        ? ConsentPurpose.COORDINATION
        : attempt.state().purposeBetween(attempt.actor(), recipient);
  }

  boolean isMember(AgencyId agency) {
    return attempt.state().members().contains(agency);
  }

  /** The organiser of a 支援会議 is always the municipality: the desk, or a department coordinating. */
  boolean isOrganiser(AgencyId agency) {
    return Organisers.isOrganiser(attempt, agency);
  }
}
