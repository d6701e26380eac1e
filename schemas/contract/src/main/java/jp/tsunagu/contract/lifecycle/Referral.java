package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/**
 * One leg of a referral as its events left it.
 *
 * @param dossierId what travelled with it last, if anything
 */
public record Referral(
    ReferralId referralId,
    @Flat ChainPlace chain,
    ReferralKind kind,
    Urgency urgency,
    @Flat LegParties parties,
    ReferralMode mode,
    @Nullable DossierId dossierId,
    Progress progress) {

  /** Whether its receiver has not opened it yet (未開封). */
  public boolean waitsToBeOpened() {
    return switch (stage()) {
      case Stage.Sent _, Stage.Arrived _ -> true;
      case Stage.Submitted sheet -> !sheet.opened();
      case Stage.Opened _, Stage.Held _, Stage.Closed _ -> false;
    };
  }

  /** Whether it has not been told yet that its receiver has it (到達). */
  public boolean waitsToArrive() {
    return stage() instanceof Stage.Sent
        || (stage() instanceof Stage.Submitted sheet && !sheet.arrived());
  }

  /** Where it stands. */
  public Stage stage() {
    return progress.stage();
  }

  /** Whether something can still happen to it without 再開. */
  public boolean isOpen() {
    return !(stage() instanceof Stage.Closed);
  }

  /**
   * Whether the household would be put before this agency a second time. A question (助言) puts it
   * before nobody, so it stands beside every referral.
   */
  public boolean isInTheWay(AgencyId agency, ReferralMode as) {
    return isOpen()
        && parties.receiver().equals(agency)
        && mode != ReferralMode.ADVICE
        && as != ReferralMode.ADVICE;
  }

  Referral with(Progress next) {
    return new Referral(referralId, chain, kind, urgency, parties, mode, dossierId, next);
  }

  /** The same with this place in its chain. */
  public Referral at(ChainPlace place) {
    return new Referral(referralId, place, kind, urgency, parties, mode, dossierId, progress);
  }

  /** The desk chose who must answer; it sees how such a leg ends. */
  Referral sortedTo(AgencyId newReceiver, ReferralMode newMode) {
    return new Referral(
        referralId,
        chain,
        ReferralKind.SHEET,
        urgency,
        new LegParties(parties.sender(), newReceiver),
        newMode,
        dossierId,
        progress);
  }

  Referral carrying(@Nullable DossierId newDossierId) {
    return newDossierId == null
        ? this
        : new Referral(referralId, chain, kind, urgency, parties, mode, newDossierId, progress);
  }

  /** Who connected the household. */
  public AgencyId sender() {
    return parties.sender();
  }

  /** Who must answer; for a sheet without addressee the desk. */
  public AgencyId receiver() {
    return parties.receiver();
  }
}
