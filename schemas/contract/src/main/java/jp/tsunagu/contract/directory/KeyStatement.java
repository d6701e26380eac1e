package jp.tsunagu.contract.directory;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.HexFormat;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.NetworkId;
import org.jspecify.annotations.Nullable;

/**
 * What an agency's signature about one of its keys covers: what kind of key it is, network, agency,
 * key id, the key, from when it holds, and the signing key before it, by which it is signed. Every
 * field stands behind its length, so no two statements have the same bytes.
 *
 * @param signed the canonical bytes
 */
public record KeyStatement(Bytes signed) {

  /** Length of a public signing key (RFC 8032). */
  static final int PUBLIC_KEY_BYTES = 32;

  private static final String SEALING = "tsunagu sealing key 1";
  private static final String SIGNING = "tsunagu signing key 1";

  /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  /** That this agency's parts are to be sealed to this key, signed by that one. */
  public static KeyStatement ofSealingKey(
      NetworkId network, AgencyId agency, PublicKey key, KeyId signer) {
    return of(SEALING, network, agency, key.keyId(), key.keyset(), key.announcedAt(), signer);
  }

  /** That this agency signs with this key from now on, signed by the one before. */
  public static KeyStatement ofSigningKey(
      NetworkId network, AgencyId agency, SigningKey key, KeyId signer) {
    return of(SIGNING, network, agency, key.keyId(), key.publicKey(), key.announcedAt(), signer);
  }

  private static KeyStatement of(
      String kind,
      NetworkId network,
      AgencyId agency,
      KeyId keyId,
      Bytes key,
      Instant announcedAt,
      KeyId signer) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    append(all, utf8(kind));
    append(all, utf8(network.value()));
    append(all, utf8(agency.value()));
    append(all, utf8(keyId.value()));
    append(all, key.toByteArray());
    append(all, ByteBuffer.allocate(Long.BYTES).putLong(announcedAt.toEpochMilli()).array());
    append(all, utf8(signer.value()));
    return new KeyStatement(Bytes.copyOf(all.toByteArray()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void append(ByteArrayOutputStream all, byte[] field) {
    all.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
    all.writeBytes(field);
  }

  /** Whether this sealing key was signed by that signing key of the agency. */
  public static boolean isSigned(
      NetworkId network, AgencyId agency, PublicKey key, SigningKey signer) {
    return ofSealingKey(network, agency, key, signer.keyId()).isSigned(key.signature(), signer);
  }

  /** Whether this signing key was signed by that one, which is to be the one before it. */
  public static boolean isSigned(
      NetworkId network, AgencyId agency, SigningKey key, SigningKey signer) {
    return ofSigningKey(network, agency, key, signer.keyId()).isSigned(key.signature(), signer);
  }

  private boolean isSigned(@Nullable KeySignature signature, SigningKey signer) {
    if (signature == null
        || !signature.signedBy().equals(signer.keyId())
        || signer.publicKey().size() != PUBLIC_KEY_BYTES) {
      return false;
    }
    try {
      Signature verification = Signature.getInstance("Ed25519");
      verification.initVerify(
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(x509(signer.publicKey()))));
      verification.update(signed.toByteArray());
      return verification.verify(signature.signature().toByteArray());
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static byte[] x509(Bytes publicKey) {
    return ByteBuffer.allocate(X509.length + PUBLIC_KEY_BYTES)
        .put(X509)
        .put(publicKey.toByteArray())
        .array();
  }
}
