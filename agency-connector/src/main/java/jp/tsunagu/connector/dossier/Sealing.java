package jp.tsunagu.connector.dossier;

import java.util.Set;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.id.AgencyId;

/** What came of sealing. */
public sealed interface Sealing {

  /** Ready to travel. */
  record Sealed(SealedDossier dossier) implements Sealing {}

  /** These recipients have not announced a key yet: wait, nothing is refused. */
  record KeysMissing(Set<AgencyId> agencies) implements Sealing {
    public KeysMissing {
      agencies = Set.copyOf(agencies);
    }
  }
}
