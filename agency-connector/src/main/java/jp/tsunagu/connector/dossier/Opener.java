package jp.tsunagu.connector.dossier;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.contract.dossier.Bytes;
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
   * name. Unwrapping a data key costs hundreds of times what decrypting a part costs, so one that
   * serves several parts is unwrapped once.
   */
  public Map<String, PartOpening> open(
      AgencyDatabase database, CaseId caseId, SealedDossier dossier) {
    Map<WrappedKey, Aead> unwrapped = new HashMap<>();
    Map<String, PartOpening> openings = new HashMap<>();
    for (SealedPart part : dossier.parts()) {
      openings.put(part.name(), open(database, caseId, dossier, part, unwrapped));
    }
    return openings;
  }

  private PartOpening open(
      AgencyDatabase database,
      CaseId caseId,
      SealedDossier dossier,
      SealedPart part,
      Map<WrappedKey, Aead> unwrapped) {
    AgencyId agency = database.agency();
    Optional<WrappedKey> wrapped =
        part.sealed().keys().stream().filter(key -> key.recipient().equals(agency)).findFirst();
    if (wrapped.isEmpty()) {
      return new PartOpening.NotForUs();
    }
    Optional<HybridDecrypt> privateKey = privateKeys.find(database, wrapped.get().keyId());
    if (privateKey.isEmpty()) {
      return new PartOpening.KeyLost();
    }
    AgencyId sender = dossier.sender();
    byte[] context = AssociatedData.ofKey(network, caseId, sender, agency, wrapped.get().keyId());
    byte[] place =
        AssociatedData.ofContent(network, caseId, dossier.dossierId(), part.name(), sender);
    try {
      Aead key = unwrapped.get(wrapped.get());
      if (key == null) {
        key = unwrap(privateKey.get(), wrapped.get(), context);
        unwrapped.put(wrapped.get(), key);
      }
      return new PartOpening.Opened(
          Bytes.copyOf(key.decrypt(part.sealed().ciphertext().toByteArray(), place)));
    } catch (GeneralSecurityException _) {
      return new PartOpening.Foreign();
    }
  }

  private static Aead unwrap(HybridDecrypt privateKey, WrappedKey wrapped, byte[] context)
      throws GeneralSecurityException {
    return new AesGcmJce(privateKey.decrypt(wrapped.wrapped().toByteArray(), context));
  }
}
