package jp.tsunagu.connector.dossier;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridEncrypt;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.PairKey;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.NetworkId;
import org.jspecify.annotations.Nullable;

/**
 * The pair keys with which hosted agencies seal, in memory alone. Wrapping a key to a public key
 * costs several hundred times what encrypting a part costs, so one that is wrapped once serves the
 * dossiers from one sender to one recipient: at most {@value #DOSSIERS}, for a quarter of an hour,
 * until a key of either side changes or an agency leaves the network (decision 61).
 */
final class PairKeys {

  static final int DOSSIERS = 100;
  static final Duration LIFETIME = Duration.ofMinutes(15);
  private static final int ID_BYTES = 8;

  private final NetworkId network;
  private final SecureRandom random = new SecureRandom();
  private final Map<Pair, InUse> entries = new Recent<>();
  private final Map<Bytes, HybridEncrypt> encryptions = new Recent<>();
  private Set<AgencyId> members = Set.of();

  /**
   * Between whom, and under which of their keys.
   *
   * @param ownKey of the sender; none before it announced one
   */
  record Pair(AgencyId sender, @Nullable KeyId ownKey, AgencyId recipient, PublicKey key) {}

  /** A pair key, and how it travels. */
  record Ready(Aead aead, PairKey travelling) {

    @Override
    public String toString() {
      return "Ready[***]";
    }
  }

  private static final class InUse {
    private final Ready ready;
    private final Instant madeAt;
    private int dossiers;

    InUse(Ready ready, Instant madeAt) {
      this.ready = ready;
      this.madeAt = madeAt;
    }

    boolean serves(Instant now) {
      return dossiers < DOSSIERS && !now.isBefore(madeAt) && now.isBefore(madeAt.plus(LIFETIME));
    }
  }

  PairKeys(NetworkId network) {
    this.network = network;
  }

  /** Who takes part now: if anybody has left since, no pair key serves any more. */
  synchronized void membersAre(Set<AgencyId> now) {
    if (!now.containsAll(members)) {
      entries.clear();
    }
    if (!now.equals(members)) {
      members = new HashSet<>(now);
    }
  }

  /** For one dossier. */
  synchronized Ready forDossier(Pair pair, Instant now) throws GeneralSecurityException {
    InUse entry = entries.get(pair);
    if (entry == null || !entry.serves(now)) {
      entry = new InUse(make(pair), now);
      entries.put(pair, entry);
    }
    entry.dossiers++;
    return entry.ready;
  }

  private Ready make(Pair pair) throws GeneralSecurityException {
    byte[] name = new byte[ID_BYTES];
    random.nextBytes(name);
    KeyId id = new KeyId(HexFormat.of().formatHex(name));
    byte[] secret = AesGcm.freshKey();
    KeyId keyId = pair.key().keyId();
    byte[] context = AssociatedData.ofPairKey(network, pair.sender(), pair.recipient(), keyId, id);
    Bytes wrapped = wrap(pair.key(), secret, context);
    return new Ready(new AesGcm(secret), new PairKey(id, pair.recipient(), keyId, wrapped));
  }

  /** Wraps a key to a public key. */
  synchronized Bytes wrap(PublicKey key, byte[] secret, byte[] context)
      throws GeneralSecurityException {
    HybridEncrypt encryption = encryptions.get(key.keyset());
    if (encryption == null) {
      encryption = HybridKeys.encryption(key.keyset());
      encryptions.put(key.keyset(), encryption);
    }
    return Bytes.copyOf(encryption.encrypt(secret, context));
  }
}
