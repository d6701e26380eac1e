package jp.tsunagu.connector.dossier;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import jp.tsunagu.runtime.secret.AuthenticatedCipher;

/**
 * AES-256-GCM with a random nonce, the bytes exactly as Tink's {@code AesGcmJce} writes and reads
 * them. Tink makes a source of randomness for every thread, which on the short-lived threads that
 * serve requests costs many times what the encryption costs; here all threads share one.
 */
final class AesGcm implements Aead {

  private final AuthenticatedCipher cipher;

  AesGcm(byte[] key) {
    this.cipher = new AuthenticatedCipher(key);
  }

  /** A key that nobody has had before. */
  static byte[] freshKey() {
    return AuthenticatedCipher.freshKey();
  }

  @Override
  public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
    return cipher.encrypt(plaintext, associatedData);
  }

  @Override
  public byte[] decrypt(byte[] sealed, byte[] associatedData) throws GeneralSecurityException {
    return cipher.decrypt(sealed, associatedData);
  }

  @Override
  public String toString() {
    return "AesGcm[***]";
  }
}
