package jp.tsunagu.contract.dossier;

import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;

/** What the ledger knows of a dossier that travelled. */
public record DossierOutline(DossierId dossierId, AgencyId sender, List<PartOutline> parts) {
  public DossierOutline {
    parts = List.copyOf(parts);
  }
}
