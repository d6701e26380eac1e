package jp.tsunagu.connector.dossier;

import java.util.Set;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * One part of a dossier in clear, at its sender before sealing.
 *
 * @param name unique in its dossier, e.g. {@code person-1}
 * @param person whose details these are; none exactly for parts that are not personal
 * @param details what it tells, as codes
 * @param basis the declared ground; none exactly for parts that are not personal
 * @param recipients who shall be able to open it, without the sender itself
 * @param content UTF-8 JSON; never printed
 */
public record OpenPart(
    String name,
    PartKind kind,
    @Nullable PersonRef person,
    Set<DetailKind> details,
    @Nullable SharingBasis basis,
    Set<AgencyId> recipients,
    Bytes content) {

  public OpenPart {
    details = Set.copyOf(details);
    recipients = Set.copyOf(recipients);
  }

  @Override
  public String toString() {
    return "OpenPart[" + kind + ", " + content + "]";
  }
}
