package jp.tsunagu.contract.testing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.contract.directory.AnnounceKey;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.Fingerprint;
import jp.tsunagu.contract.directory.KeySignature;
import jp.tsunagu.contract.directory.KeyStatement;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.directory.SigningKey;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.NetworkId;
import org.jspecify.annotations.Nullable;

/**
 * An agency that signs its keys as a connector does; also one that pretends to be another, in a
 * test.
 */
public final class SigningAgency {

  private final NetworkId network;
  private final AgencyId agency;
  private final PrivateKey secret;
  private final SigningKey key;

  private SigningAgency(NetworkId network, AgencyId agency, PrivateKey secret, SigningKey key) {
    this.network = network;
    this.agency = agency;
    this.secret = secret;
    this.key = key;
  }

  /** With its first signing key, which nobody signed. */
  public static SigningAgency first(NetworkId network, AgencyId agency, Instant at) {
    return made(network, agency, at, null);
  }

  /** The same agency with the next signing key, signed by this one. */
  public SigningAgency next(Instant at) {
    return made(network, agency, at, this);
  }

  private static SigningAgency made(
      NetworkId network, AgencyId agency, Instant at, @Nullable SigningAgency before) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] x509 = pair.getPublic().getEncoded();
      Bytes raw = Bytes.copyOf(Arrays.copyOfRange(x509, x509.length - 32, x509.length));
      KeyId id = Fingerprint.of(raw).keyId();
      SigningKey bare = new SigningKey(id, raw, at, null);
      return new SigningAgency(
          network,
          agency,
          pair.getPrivate(),
          before == null ? bare : new SigningKey(id, raw, at, before.signs(bare)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has Ed25519", e);
    }
  }

  private KeySignature signs(SigningKey next) {
    return signature(KeyStatement.ofSigningKey(network, agency, next, key.keyId()));
  }

  private KeySignature signature(KeyStatement statement) {
    try {
      Signature signing = Signature.getInstance("Ed25519");
      signing.initSign(secret);
      signing.update(statement.signed().toByteArray());
      return new KeySignature(key.keyId(), Bytes.copyOf(signing.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("not signed", e);
    }
  }

  /** Its public signing key. */
  public SigningKey key() {
    return key;
  }

  /** A sealing key of this content, signed. */
  public PublicKey sealing(Bytes keyset, Instant at) {
    PublicKey bare = new PublicKey(Fingerprint.of(keyset).keyId(), keyset, at);
    KeyStatement statement = KeyStatement.ofSealingKey(network, agency, bare, key.keyId());
    return new PublicKey(bare.keyId(), keyset, at, signature(statement));
  }

  /** What it announces for this sealing key. */
  public AnnounceKey announces(PublicKey sealing) {
    CommandId commandId = new CommandId(UUID.randomUUID());
    return new AnnounceKey(commandId, sealing.announcedAt(), sealing, key);
  }

  /** These sealing keys as they stand in the directory. */
  public AgencyKeys published(PublicKey... sealing) {
    return new AgencyKeys(agency, List.of(sealing), List.of(key));
  }
}
