package jp.tsunagu.connector.dossier;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.WrappedKey;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.NetworkId;

/**
 * Data keys in use. Wrapping one for a recipient costs several hundred times what encrypting a part
 * costs, so a data key serves the parts of one case with the same recipients, within limits.
 */
final class DataKeys {

  private static final int USES = 64;
  private static final Duration LIFETIME = Duration.ofMinutes(15);
  private static final int KEPT = 1_000;

  private final NetworkId network;
  private final SecureRandom random = new SecureRandom();
  private final Map<Scope, InUse> entries = new Recent<>();
  private final Map<Bytes, HybridEncrypt> encryptions = new Recent<>();

  /** Keeps those used last. */
  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > KEPT;
    }
  }

  private record Scope(CaseId caseId, AgencyId sender, Map<AgencyId, KeyId> recipients) {}

  private static final class InUse {
    private final DataKey key;
    private int uses;

    InUse(DataKey key) {
      this.key = key;
    }

    boolean isUsable(Instant now) {
      return uses < USES && now.isBefore(key.madeAt().plus(LIFETIME));
    }
  }

  DataKeys(NetworkId network) {
    this.network = network;
  }

  synchronized DataKey forUse(
      CaseId caseId, AgencyId sender, Map<AgencyId, PublicKey> recipients, Instant now)
      throws GeneralSecurityException {
    Map<AgencyId, KeyId> ids = new TreeMap<>();
    recipients.forEach((recipient, key) -> ids.put(recipient, key.keyId()));
    Scope scope = new Scope(caseId, sender, Map.copyOf(ids));
    InUse entry = entries.get(scope);
    if (entry == null || !entry.isUsable(now)) {
      entry = new InUse(make(caseId, sender, recipients, now));
      entries.put(scope, entry);
    }
    entry.uses++;
    return entry.key;
  }

  private DataKey make(
      CaseId caseId, AgencyId sender, Map<AgencyId, PublicKey> recipients, Instant now)
      throws GeneralSecurityException {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    List<WrappedKey> wrapped = new ArrayList<>();
    for (var recipient : recipients.entrySet()) {
      PublicKey key = recipient.getValue();
      byte[] context =
          AssociatedData.ofKey(network, caseId, sender, recipient.getKey(), key.keyId());
      byte[] sealed = encryption(key.keyset()).encrypt(secret, context);
      wrapped.add(new WrappedKey(recipient.getKey(), key.keyId(), Bytes.copyOf(sealed)));
    }
    return new DataKey(new AesGcmJce(secret), wrapped, now);
  }

  private HybridEncrypt encryption(Bytes keyset) throws GeneralSecurityException {
    HybridEncrypt encryption = encryptions.get(keyset);
    if (encryption == null) {
      encryption = HybridKeys.encryption(keyset);
      encryptions.put(keyset, encryption);
    }
    return encryption;
  }
}
