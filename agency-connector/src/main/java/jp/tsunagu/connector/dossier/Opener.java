package jp.tsunagu.connector.dossier;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.PairKey;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.dossier.WrappedKey;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Opens what was sealed to a hosted agency, and nothing else. */
@Component
public final class Opener {

  private final NetworkId network;
  private final PrivateKeys privateKeys;
  private final Map<FromSender, Aead> pairKeys = new Recent<>();

  /** A pair key as it came: another sender's is another one, whatever it is called. */
  private record FromSender(AgencyId sender, PairKey pair) {}

  /** For the network of the configuration. */
  @Autowired
  Opener(ConnectorProperties properties, PrivateKeys privateKeys) {
    this(properties.network(), privateKeys);
  }

  Opener(NetworkId network, PrivateKeys privateKeys) {
    this.network = network;
    this.privateKeys = privateKeys;
  }

  /**
   * Opens every part of these dossiers with the keys of the agency of this database; gives for each
   * what came of its parts, by name.
   */
  public List<Map<String, PartOpening>> open(
      AgencyDatabase database, List<DossierDelivered> delivered) {
    Set<KeyId> keyIds =
        delivered.stream()
            .flatMap(each -> each.dossier().parts().stream())
            .flatMap(part -> ofRecipient(part, database.agency()).stream())
            .map(WrappedKey::keyId)
            .collect(Collectors.toUnmodifiableSet());
    Map<KeyId, HybridDecrypt> keys = privateKeys.find(database, keyIds);
    return delivered.stream()
        .map(each -> open(database.agency(), keys, each.caseId(), each.dossier()))
        .toList();
  }

  private Map<String, PartOpening> open(
      AgencyId agency, Map<KeyId, HybridDecrypt> keys, CaseId caseId, SealedDossier dossier) {
    Map<String, PartOpening> openings = new HashMap<>();
    for (SealedPart part : dossier.parts()) {
      Optional<WrappedKey> wrapped = ofRecipient(part, agency);
      HybridDecrypt key = wrapped.map(each -> keys.get(each.keyId())).orElse(null);
      openings.put(
          part.name(),
          wrapped.isEmpty()
              ? new PartOpening.NotForUs()
              : key == null
                  ? new PartOpening.KeyLost()
                  : open(key, wrapped.get(), caseId, dossier, part));
    }
    return openings;
  }

  private PartOpening open(
      HybridDecrypt privateKey,
      WrappedKey wrapped,
      CaseId caseId,
      SealedDossier dossier,
      SealedPart part) {
    byte[] place =
        AssociatedData.ofContent(
            network, caseId, dossier.dossierId(), part.name(), dossier.sender());
    try {
      byte[] secret =
          wrapped.pairKeyId() == null
              ? fromPublicKey(caseId, dossier.sender(), wrapped, privateKey)
              : fromPairKey(dossier, place, wrapped, privateKey);
      return new PartOpening.Opened(
          Bytes.copyOf(
              new AesGcm(secret).decrypt(part.sealed().ciphertext().toByteArray(), place)));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return new PartOpening.Foreign();
    }
  }

  private static Optional<WrappedKey> ofRecipient(SealedPart part, AgencyId agency) {
    return part.sealed().keys().stream().filter(key -> key.recipient().equals(agency)).findFirst();
  }

  private byte[] fromPublicKey(
      CaseId caseId, AgencyId sender, WrappedKey key, HybridDecrypt privateKey)
      throws GeneralSecurityException {
    byte[] context = AssociatedData.ofKey(network, caseId, sender, key.recipient(), key.keyId());
    return privateKey.decrypt(key.wrapped().toByteArray(), context);
  }

  private byte[] fromPairKey(
      SealedDossier dossier, byte[] place, WrappedKey key, HybridDecrypt privateKey)
      throws GeneralSecurityException {
    PairKey pair =
        dossier.pairKeys().stream()
            .filter(each -> each.pairKeyId().equals(key.pairKeyId()))
            .filter(each -> each.recipient().equals(key.recipient()))
            .filter(each -> each.keyId().equals(key.keyId()))
            .findFirst()
            .orElseThrow(() -> new GeneralSecurityException("its pair key is not in the dossier"));
    byte[] context = AssociatedData.ofKeyUnder(pair.pairKeyId(), place, key.recipient());
    return pairKey(new FromSender(dossier.sender(), pair), privateKey)
        .decrypt(key.wrapped().toByteArray(), context);
  }

  /** Unwrapping one costs hundreds of times what decrypting a part costs, so it is done once. */
  private Aead pairKey(FromSender from, HybridDecrypt privateKey) throws GeneralSecurityException {
    Aead known;
    synchronized (pairKeys) {
      known = pairKeys.get(from);
    }
    if (known != null) {
      return known;
    }
    PairKey pair = from.pair();
    byte[] context =
        AssociatedData.ofPairKey(
            network, from.sender(), pair.recipient(), pair.keyId(), pair.pairKeyId());
    Aead opened = new AesGcm(privateKey.decrypt(pair.wrapped().toByteArray(), context));
    synchronized (pairKeys) {
      pairKeys.put(from, opened);
    }
    return opened;
  }
}
