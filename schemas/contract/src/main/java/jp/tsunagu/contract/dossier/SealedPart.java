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
 * @param person whose details these are; none exactly for parts that are not personal
 * @param basis the declared ground; none exactly for parts that are not personal
 */
public record SealedPart(
    String name,
    PartKind kind,
    @Nullable PersonRef person,
    Set<DetailKind> details,
    @Nullable SharingBasis basis,
    Bytes ciphertext,
    List<WrappedKey> keys) {

  public SealedPart {
    details = Set.copyOf(details);
    keys = List.copyOf(keys);
  }

  /** The agencies that can open this part. */
  public Set<AgencyId> recipients() {
    return keys.stream().map(WrappedKey::recipient).collect(Collectors.toUnmodifiableSet());
  }

  /** This part as one recipient gets it: without the keys of the others. */
  public SealedPart onlyFor(AgencyId recipient) {
    return new SealedPart(
        name,
        kind,
        person,
        details,
        basis,
        ciphertext,
        keys.stream().filter(key -> key.recipient().equals(recipient)).toList());
  }
}
