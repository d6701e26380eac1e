package jp.tsunagu.connector.dossier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import jp.tsunagu.contract.dossier.Bytes;
import org.springframework.stereotype.Component;

/** Encrypts what lies in the database; each value is bound to its place there. */
@Component
public final class Vault {

  private final MasterKey masterKey;

  Vault(MasterKey masterKey) {
    this.masterKey = masterKey;
  }

  /**
   * Encrypts it.
   *
   * @param place where it is kept; elsewhere it does not open
   */
  public byte[] hide(String place, Bytes value) {
    try {
      return masterKey.aead().encrypt(value.toByteArray(), bytes(place));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("encryption failed", e);
    }
  }

  /** Decrypts what was encrypted for this place. */
  public Bytes reveal(String place, byte[] hidden) {
    try {
      return Bytes.copyOf(masterKey.aead().decrypt(hidden, bytes(place)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("not encrypted with this master key, or moved", e);
    }
  }

  private static byte[] bytes(String place) {
    return place.getBytes(StandardCharsets.UTF_8);
  }
}
