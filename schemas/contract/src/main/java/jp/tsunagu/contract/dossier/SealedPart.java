package jp.tsunagu.contract.dossier;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * One part of a sealed dossier. In clear stands what the gateway must judge: whose it is, what it
 * is about, on which basis and for whom; the content is ciphertext.
 *
 * @param name unique in its dossier, e.g. {@code person-1}
 * @param kind whom it is about
 * @param person whom it is about; none exactly for parts that are not personal
 * @param basis the declared ground; none exactly for parts that are not personal
 * @param form which sheet it is; none for a part that is none of a form
 * @param namesNoOne its author said that it names no one; never so by itself
 */
public record SealedPart(
    String name,
    PartKind kind,
    @Nullable PersonRef person,
    Set<DetailKind> details,
    @Nullable SharingBasis basis,
    SealedContent sealed,
    @Nullable FormRef form,
    boolean namesNoOne) {

  public SealedPart {
    details = Set.copyOf(details);
  }

  /** A part of no form whose author said nothing. */
  public SealedPart(
      String name,
      PartKind kind,
      @Nullable PersonRef person,
      Set<DetailKind> details,
      @Nullable SharingBasis basis,
      Bytes ciphertext,
      List<WrappedKey> keys) {
    this(name, kind, person, details, basis, new SealedContent(ciphertext, keys), null, false);
  }

  /** Whether it tells something of a person. */
  public boolean isPersonal() {
    return kind.isPersonal(namesNoOne);
  }

  /** The agencies that can open this part. */
  public Set<AgencyId> recipients() {
    return sealed.keys().stream()
        .map(WrappedKey::recipient)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** This part as one recipient gets it: without the keys of the others. */
  public SealedPart onlyFor(AgencyId recipient) {
    return with(
        sealed.ciphertext(),
        sealed.keys().stream().filter(k -> k.recipient().equals(recipient)).toList());
  }

  /** This part without its content, as it is kept where the content lies elsewhere. */
  public SealedPart emptied() {
    return with(
        Bytes.copyOf(new byte[0]), sealed.keys().stream().map(WrappedKey::emptied).toList());
  }

  /** What the ledger may know of it: no ciphertext, no details. */
  PartOutline outline() {
    return new PartOutline(name, kind, person, basis, recipients(), form, namesNoOne);
  }

  private SealedPart with(Bytes otherContent, List<WrappedKey> otherKeys) {
    return new SealedPart(
        name,
        kind,
        person,
        details,
        basis,
        new SealedContent(otherContent, otherKeys),
        form,
        namesNoOne);
  }
}
