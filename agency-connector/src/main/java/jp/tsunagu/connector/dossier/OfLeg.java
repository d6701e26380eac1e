package jp.tsunagu.connector.dossier;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Referral;

/**
 * What of the dossiers that are held belongs to a leg. A つなぐシート goes to several 紹介先 at once with
 * one dossier, which its sender keeps once: why each of them was chosen belongs to its own leg.
 *
 * @param state of the case as this agency knows it
 */
public record OfLeg(CaseState state, Referral leg) {

  /**
   * Whether it travelled with this leg.
   *
   * @param keptWith the leg it is kept with; of several, the first
   */
  public boolean carried(DossierId dossier, Optional<ReferralId> keptWith) {
    return keptWith.filter(leg.referralId()::equals).isPresent() || dossier.equals(leg.dossierId());
  }

  /**
   * Whether a part of it was written for this leg, too: a note for receivers of other legs alone
   * was not.
   *
   * @param recipients for whom the part was sealed
   */
  public boolean includes(DossierId dossier, PartKind kind, Set<AgencyId> recipients) {
    return kind != PartKind.NOTE
        || recipients.isEmpty()
        || !receiversOfOthers(dossier).containsAll(recipients);
  }

  private Set<AgencyId> receiversOfOthers(DossierId dossier) {
    List<Referral> chain = Stream.concat(Stream.of(leg), state.legsBefore(leg).stream()).toList();
    Set<AgencyId> others = new HashSet<>();
    state.referrals().stream()
        .filter(other -> dossier.equals(other.dossierId()) && !chain.contains(other))
        .forEach(other -> others.add(other.receiver()));
    chain.forEach(own -> others.remove(own.receiver()));
    return others;
  }
}
