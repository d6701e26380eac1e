package jp.tsunagu.connector.dossier;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.directory.Fingerprint;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.KeyId;
import org.springframework.stereotype.Component;

/** The key pairs of hosted agencies; private parts lie encrypted in the agency's own schema. */
@Component
public final class PrivateKeys {

  /** How long a private key is kept after its successor was made: longer than an inbox keeps. */
  public static final Duration KEPT_AFTER_ROTATION = Duration.ofDays(60);

  private final MasterKey masterKey;
  private final Map<Owned, HybridDecrypt> ready = new ConcurrentHashMap<>();

  private record Owned(AgencyId agency, KeyId keyId) {}

  PrivateKeys(MasterKey masterKey) {
    this.masterKey = masterKey;
  }

  /** The public part of the newest key; empty before the first start. */
  public Optional<PublicKey> current(AgencyDatabase database) {
    return database
        .jdbc()
        .sql("select key_id, public_keyset, made_at from private_key where retired_at is null")
        .query(
            (row, _) ->
                new PublicKey(
                    new KeyId(row.getString("key_id")),
                    Bytes.copyOf(row.getBytes("public_keyset")),
                    Columns.instant(row, "made_at")))
        .optional();
  }

  /** Makes a new key pair and retires the one before; call it in a transaction. */
  public PublicKey make(AgencyDatabase database, Instant now) {
    try {
      KeysetHandle pair = HybridKeys.generate();
      Bytes publicKeyset = HybridKeys.publicPart(pair);
      Instant madeAt = after(current(database).map(PublicKey::announcedAt), now);
      KeyId keyId = Fingerprint.of(publicKeyset).keyId();
      PublicKey made = new PublicKey(keyId, publicKeyset, madeAt);
      retireCurrent(database, now);
      insert(database, made, encrypted(database.agency(), made.keyId(), pair));
      return made;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key pair could be made", e);
    }
  }

  /** Later than the one before, whatever the clock says: the later of two announcements holds. */
  static Instant after(Optional<Instant> before, Instant now) {
    return before.map(time -> time.plusMillis(1)).filter(now::isBefore).orElse(now);
  }

  private static void retireCurrent(AgencyDatabase database, Instant now) {
    database
        .jdbc()
        .sql("update private_key set retired_at = :now where retired_at is null")
        .param("now", Columns.at(now))
        .update();
  }

  private static void insert(AgencyDatabase database, PublicKey key, byte[] keyset) {
    database
        .jdbc()
        .sql(
            """
            insert into private_key (key_id, public_keyset, keyset, made_at)
            values (:keyId, :publicKeyset, :keyset, :madeAt)
            """)
        .param("keyId", key.keyId().value())
        .param("publicKeyset", key.keyset().toByteArray())
        .param("keyset", keyset)
        .param("madeAt", Columns.at(key.announcedAt()))
        .update();
  }

  /** Deletes private keys whose time is over; gives how many. */
  public int forgetOld(AgencyDatabase database, Instant now) {
    int deleted =
        database
            .jdbc()
            .sql("delete from private_key where retired_at < :before")
            .param("before", Columns.at(now.minus(KEPT_AFTER_ROTATION)))
            .update();
    if (deleted > 0) {
      ready.keySet().removeIf(owned -> owned.agency().equals(database.agency()));
    }
    return deleted;
  }

  /** Those of these keys that this agency has. */
  Map<KeyId, HybridDecrypt> find(AgencyDatabase database, Set<KeyId> keyIds) {
    Set<KeyId> asked =
        keyIds.stream()
            .filter(keyId -> !ready.containsKey(new Owned(database.agency(), keyId)))
            .collect(Collectors.toUnmodifiableSet());
    if (!asked.isEmpty()) {
      load(database, asked);
    }
    Map<KeyId, HybridDecrypt> found = new HashMap<>();
    for (KeyId keyId : keyIds) {
      HybridDecrypt known = ready.get(new Owned(database.agency(), keyId));
      if (known != null) {
        found.put(keyId, known);
      }
    }
    return found;
  }

  private void load(AgencyDatabase database, Set<KeyId> keyIds) {
    database
        .jdbc()
        .sql("select key_id, keyset from private_key where key_id = any(:keyIds)")
        .param("keyIds", Columns.texts(keyIds))
        .query(
            row -> {
              Owned owned = new Owned(database.agency(), new KeyId(row.getString("key_id")));
              ready.put(owned, decryption(owned, row.getBytes("keyset")));
            });
  }

  private byte[] encrypted(AgencyId agency, KeyId keyId, KeysetHandle pair)
      throws GeneralSecurityException {
    return HybridKeys.hide(pair, masterKey.aead(), place(new Owned(agency, keyId)));
  }

  private HybridDecrypt decryption(Owned owned, byte[] keyset) {
    try {
      return HybridKeys.decryption(HybridKeys.reveal(keyset, masterKey.aead(), place(owned)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a private key does not belong to this master key", e);
    }
  }

  private static byte[] place(Owned owned) {
    String place = "private-key/" + owned.agency() + "/" + owned.keyId();
    return place.getBytes(StandardCharsets.UTF_8);
  }
}
