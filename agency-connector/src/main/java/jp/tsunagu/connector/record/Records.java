package jp.tsunagu.connector.record;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;
import org.jspecify.annotations.Nullable;

/**
 * What a hosted agency knows. Every question names the agency that asks and is answered from its
 * own schema only.
 */
public final class Records {

  /** The case, if this agency has anything of it. */
  public Optional<CaseView> findCase(AgencyId agency, CaseId caseId) {
    throw new UnsupportedOperationException();
  }

  /**
   * Cases, newest first.
   *
   * @param before cursor: the last one of the page before; none for the first page
   * @param limit 1 to 200
   */
  public List<CaseView> cases(AgencyId agency, @Nullable CaseId before, int limit) {
    throw new UnsupportedOperationException();
  }

  /** The leg with this id, if the network told this agency of it. */
  public Optional<ReferralView> findReferral(AgencyId agency, ReferralId referralId) {
    throw new UnsupportedOperationException();
  }

  /** Referrals, newest first. */
  public List<ReferralView> referrals(AgencyId agency, ReferralQuery query) {
    throw new UnsupportedOperationException();
  }

  /** News after this position, oldest first; position 0 begins at the beginning. */
  public List<InboxItem> inbox(AgencyId agency, long afterPosition, int limit) {
    throw new UnsupportedOperationException();
  }

  /**
   * The same, but waits for news while there is none (long poll); empty when the time is over.
   *
   * @throws InterruptedException when the waiting thread is asked to end
   */
  public List<InboxItem> awaitInbox(AgencyId agency, long afterPosition, int limit, Duration atMost)
      throws InterruptedException {
    throw new UnsupportedOperationException();
  }

  /** A dossier this agency sent or received. */
  public Optional<DossierView> dossier(AgencyId agency, DossierId dossierId) {
    throw new UnsupportedOperationException();
  }

  /** Every dossier of a case this agency sent or received, oldest first. */
  public List<DossierView> dossiers(AgencyId agency, CaseId caseId) {
    throw new UnsupportedOperationException();
  }

  /** How far a command of this agency got. */
  public Optional<CommandOutcome> outcome(AgencyId agency, CommandId commandId) {
    throw new UnsupportedOperationException();
  }

  /** Every command of this agency about a case, in the order they were submitted. */
  public List<CommandOutcome> outcomes(AgencyId agency, CaseId caseId) {
    throw new UnsupportedOperationException();
  }

  /** What a person of this agency has to do, oldest first. */
  public List<Task> openTasks(AgencyId agency) {
    throw new UnsupportedOperationException();
  }
}
