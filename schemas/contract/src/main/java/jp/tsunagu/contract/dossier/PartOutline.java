package jp.tsunagu.contract.dossier;

import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/** What the ledger knows of a part of a dossier: whose it is, on which basis and who holds it. */
public record PartOutline(
    String name,
    PartKind kind,
    @Nullable PersonRef person,
    @Nullable SharingBasis basis,
    Set<AgencyId> recipients) {
  public PartOutline {
    recipients = Set.copyOf(recipients);
  }
}
