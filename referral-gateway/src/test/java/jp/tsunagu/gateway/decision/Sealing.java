package jp.tsunagu.gateway.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SealedContent;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.dossier.WrappedKey;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/** Dossiers as they look from outside; nothing is really encrypted here. */
final class Sealing {

  private Sealing() {}

  static DossierId dossierId(int number) {
    return new DossierId(new UUID(0x7000L, number));
  }

  static SealedDossier dossier(int number, AgencyId sender, SealedPart... parts) {
    return dossier(dossierId(number), sender, parts);
  }

  static SealedDossier dossier(DossierId id, AgencyId sender, SealedPart... parts) {
    return new SealedDossier(id, sender, List.of(parts));
  }

  static SealedPart note(AgencyId... recipients) {
    return namingNoOne(part("note", PartKind.NOTE, null, Set.of(), null, recipients));
  }

  private static SealedPart namingNoOne(SealedPart part) {
    return new SealedPart(
        part.name(),
        part.kind(),
        part.person(),
        part.details(),
        part.basis(),
        part.sealed(),
        part.form(),
        true);
  }

  static SealedPart person(
      int number, SharingBasis basis, Set<DetailKind> details, AgencyId... recipients) {
    return part(
        "person-" + number, PartKind.PERSON, new PersonRef(number), details, basis, recipients);
  }

  static SealedPart part(
      String name,
      PartKind kind,
      @Nullable PersonRef person,
      Set<DetailKind> details,
      @Nullable SharingBasis basis,
      AgencyId... recipients) {
    return new SealedPart(
        name,
        kind,
        person,
        details,
        basis,
        Bytes.copyOf(new byte[] {42}),
        Arrays.stream(recipients).map(recipient -> key(recipient, Town.CURRENT_KEY)).toList());
  }

  static SealedPart withKey(SealedPart part, KeyId keyId) {
    return new SealedPart(
        part.name(),
        part.kind(),
        part.person(),
        part.details(),
        part.basis(),
        new SealedContent(
            part.sealed().ciphertext(),
            part.sealed().keys().stream().map(key -> key(key.recipient(), keyId)).toList()),
        part.form(),
        part.namesNoOne());
  }

  private static WrappedKey key(AgencyId recipient, KeyId keyId) {
    return new WrappedKey(recipient, keyId, Bytes.copyOf(new byte[] {7}));
  }
}
