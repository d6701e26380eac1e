package jp.tsunagu.contract.dossier;

import java.util.HashSet;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of a part of a dossier: whose it is, on which basis and who holds it.
 *
 * @param form which sheet it is; none for a part that is none of a form
 * @param namesNoOne its author said that it names no one; never so by itself
 */
public record PartOutline(
    String name,
    PartKind kind,
    @Nullable PersonRef person,
    @Nullable SharingBasis basis,
    Set<AgencyId> recipients,
    @Nullable FormRef form,
    boolean namesNoOne) {
  public PartOutline {
    recipients = Set.copyOf(recipients);
  }

  /** A part of no form whose author said nothing. */
  public PartOutline(
      String name,
      PartKind kind,
      @Nullable PersonRef person,
      @Nullable SharingBasis basis,
      Set<AgencyId> recipients) {
    this(name, kind, person, basis, recipients, null, false);
  }

  PartOutline alsoHeldAs(PartOutline other) {
    Set<AgencyId> both = new HashSet<>(recipients);
    both.addAll(other.recipients);
    return heldBy(both);
  }

  /** The same part, held by others as far as a reader may know. */
  public PartOutline heldBy(Set<AgencyId> others) {
    return new PartOutline(name, kind, person, basis, others, form, namesNoOne);
  }
}
