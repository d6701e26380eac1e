package jp.tsunagu.connector.dossier;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.PairKey;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.dossier.WrappedKey;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.NetworkId;
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
   * Opens every part of a dossier of this case with the keys of the agency of this database, by
   * name.
   */
  public Map<String, PartOpening> open(
      AgencyDatabase database, CaseId caseId, SealedDossier dossier) {
    Map<String, PartOpening> openings = new HashMap<>();
    for (SealedPart part : dossier.parts()) {
      openings.put(part.name(), open(database, caseId, dossier, part));
    }
    return openings;
  }

  private PartOpening open(
      AgencyDatabase database, CaseId caseId, SealedDossier dossier, SealedPart part) {
    Optional<WrappedKey> wrapped = ofRecipient(part, database.agency());
    if (wrapped.isEmpty()) {
      return new PartOpening.NotForUs();
    }
    Optional<HybridDecrypt> privateKey = privateKeys.find(database, wrapped.get().keyId());
    if (privateKey.isEmpty()) {
      return new PartOpening.KeyLost();
    }
    byte[] place =
        AssociatedData.ofContent(
            network, caseId, dossier.dossierId(), part.name(), dossier.sender());
    try {
      byte[] secret =
          wrapped.get().pairKeyId() == null
              ? fromPublicKey(caseId, dossier.sender(), wrapped.get(), privateKey.get())
              : fromPairKey(dossier, place, wrapped.get(), privateKey.get());
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
