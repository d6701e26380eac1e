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
import jp.tsunagu.contract.dossier.Bytes;

/** Key pairs of agencies: HPKE (RFC 9180) with X25519, HKDF-SHA256 and AES-256-GCM. */
final class HybridKeys {

  private static final HpkeParameters PARAMETERS = parameters();

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
}
