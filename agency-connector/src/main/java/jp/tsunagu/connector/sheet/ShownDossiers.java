package jp.tsunagu.connector.sheet;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;

/**
 * The dossiers that an agency sent or received, as it is shown them. Whatever gives their content
 * to somebody – interface, page, folder – asks here and not {@link Records}.
 */
public final class ShownDossiers {

  private ShownDossiers() {}

  /** One of them. */
  public static Optional<DossierView> find(Records records, AgencyId agency, DossierId dossierId) {
    return records
        .dossier(agency, dossierId)
        .map(
            dossier ->
                HiddenContact.shown(
                    dossier,
                    records
                        .findCase(agency, dossier.caseId())
                        .flatMap(CaseView::state)
                        .map(CaseState::protection)
                        .orElse(null),
                    agency));
  }

  /** All of a case, oldest first. */
  public static List<DossierView> of(Records records, AgencyId agency, CaseView view) {
    return records.dossiers(agency, view.caseId()).stream()
        .map(
            dossier ->
                HiddenContact.shown(
                    dossier, view.state().map(CaseState::protection).orElse(null), agency))
        .toList();
  }

  /** Those that travelled with a leg, oldest first. */
  public static List<DossierView> of(Records records, AgencyId agency, ReferralView view) {
    ReferralId own = view.referral().referralId();
    return records.dossiers(agency, view.caseId()).stream()
        .filter(
            dossier ->
                dossier.referralId().filter(own::equals).isPresent()
                    || dossier.dossierId().equals(view.referral().dossierId()))
        .map(dossier -> HiddenContact.shown(dossier, view.protection(), agency))
        .toList();
  }
}
