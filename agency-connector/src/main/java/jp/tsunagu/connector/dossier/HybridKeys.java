package jp.tsunagu.connector.dossier;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.KeyId;

/** Key pairs of agencies: HPKE (RFC 9180) with X25519, HKDF-SHA256 and AES-256-GCM. */
final class HybridKeys {

  private static final HpkeParameters PARAMETERS = parameters();
  private static final int ID_DIGITS = 16;

  private HybridKeys() {}

  private static HpkeParameters parameters() {
    try {
      HybridConfig.register();
      return HpkeParameters.builder()
          .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
          .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
          .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
          .setVariant(HpkeParameters.Variant.NO_PREFIX)
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HPKE is not available", e);
    }
  }

  static KeysetHandle generate() throws GeneralSecurityException {
    return KeysetHandle.generateNew(PARAMETERS, RegistryConfiguration.get());
  }

  static Bytes publicPart(KeysetHandle pair) throws GeneralSecurityException {
    return Bytes.copyOf(
        TinkProtoKeysetFormat.serializeKeysetWithoutSecret(
            pair.getPublicKeysetHandle(), RegistryConfiguration.get()));
  }

  static HybridEncrypt encryption(Bytes publicKeyset) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseKeysetWithoutSecret(
            publicKeyset.toByteArray(), RegistryConfiguration.get())
        .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
  }

  static HybridDecrypt decryption(KeysetHandle pair) throws GeneralSecurityException {
    return pair.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
  }

  static byte[] hide(KeysetHandle pair, Aead aead, byte[] place) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.serializeEncryptedKeyset(
        pair, aead, place, RegistryConfiguration.get());
  }

  static KeysetHandle reveal(byte[] hidden, Aead aead, byte[] place)
      throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
        hidden, aead, place, RegistryConfiguration.get());
  }

  /** The id that belongs to this public key; one announced under another id is not used. */
  static KeyId idOf(Bytes publicKeyset) {
    return new KeyId(fingerprint(publicKeyset).substring(0, ID_DIGITS));
  }

  /** SHA-256, hexadecimal: what two agencies compare by telephone. */
  static String fingerprint(Bytes publicKeyset) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(publicKeyset.toByteArray());
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
