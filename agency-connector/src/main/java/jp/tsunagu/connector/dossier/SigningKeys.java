package jp.tsunagu.connector.dossier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.directory.Fingerprint;
import jp.tsunagu.contract.directory.KeySignature;
import jp.tsunagu.contract.directory.KeyStatement;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.directory.SigningKey;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.NetworkId;
import org.springframework.stereotype.Component;

/**
 * The signing keys of hosted agencies (Ed25519); the private part of the one in use lies encrypted
 * in the agency's own schema, as the private sealing keys do.
 */
@Component
public final class SigningKeys {

  private static final String ALGORITHM = "Ed25519";
  private static final int PUBLIC_BYTES = 32;

  private final NetworkId network;
  private final MasterKey masterKey;

  SigningKeys(ConnectorProperties properties, MasterKey masterKey) {
    this.network = properties.network();
    this.masterKey = masterKey;
  }

  /** The public part of the one in use; empty before the first start. */
  public Optional<SigningKey> current(AgencyDatabase database) {
    return database
        .jdbc()
        .sql("select * from signing_key where retired_at is null")
        .query((row, _) -> key(row))
        .optional();
  }

  private static SigningKey key(ResultSet row) throws SQLException {
    String signedBy = row.getString("signed_by");
    return new SigningKey(
        new KeyId(row.getString("key_id")),
        Bytes.copyOf(row.getBytes("public_key")),
        Columns.instant(row, "made_at"),
        signedBy == null
            ? null
            : new KeySignature(new KeyId(signedBy), Bytes.copyOf(row.getBytes("signature"))));
  }

  /**
   * Makes the first one, or one that the key before does not vouch for; call it in a transaction.
   */
  public SigningKey makeAnew(AgencyDatabase database, Instant now) {
    return make(database, now, false);
  }

  /** Makes the next one, signed by the one in use; call it in a transaction. */
  public SigningKey makeNext(AgencyDatabase database, Instant now) {
    return make(database, now, true);
  }

  private SigningKey make(AgencyDatabase database, Instant now, boolean signed) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      byte[] x509 = pair.getPublic().getEncoded();
      Bytes raw = Bytes.copyOf(Arrays.copyOfRange(x509, x509.length - PUBLIC_BYTES, x509.length));
      KeyId id = Fingerprint.of(raw).keyId();
      SigningKey bare =
          new SigningKey(
              id,
              raw,
              PrivateKeys.after(current(database).map(SigningKey::announcedAt), now),
              null);
      SigningKey made = signed ? signedByTheOneBefore(database, bare) : bare;
      retireCurrent(database, now);
      insert(database, made, pair.getPrivate());
      return made;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no signing key could be made", e);
    }
  }

  private SigningKey signedByTheOneBefore(AgencyDatabase database, SigningKey bare) {
    KeyId before = current(database).orElseThrow().keyId();
    KeyStatement statement = KeyStatement.ofSigningKey(network, database.agency(), bare, before);
    return new SigningKey(
        bare.keyId(), bare.publicKey(), bare.announcedAt(), signature(database, before, statement));
  }

  /** This sealing key, signed by the signing key in use. */
  public PublicKey signed(AgencyDatabase database, PublicKey key) {
    KeyId signer = current(database).orElseThrow().keyId();
    KeyStatement statement = KeyStatement.ofSealingKey(network, database.agency(), key, signer);
    return new PublicKey(
        key.keyId(), key.keyset(), key.announcedAt(), signature(database, signer, statement));
  }

  private KeySignature signature(AgencyDatabase database, KeyId signer, KeyStatement statement) {
    try {
      Signature signing = Signature.getInstance(ALGORITHM);
      signing.initSign(secret(database, signer));
      signing.update(statement.signed().toByteArray());
      return new KeySignature(signer, Bytes.copyOf(signing.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a signing key does not belong to this master key", e);
    }
  }

  private PrivateKey secret(AgencyDatabase database, KeyId keyId) throws GeneralSecurityException {
    byte[] hidden =
        database
            .jdbc()
            .sql("select secret from signing_key where key_id = :keyId and retired_at is null")
            .param("keyId", keyId.value())
            .query(byte[].class)
            .single();
    byte[] plain = masterKey.aead().decrypt(hidden, place(database.agency(), keyId));
    return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(plain));
  }

  private static void retireCurrent(AgencyDatabase database, Instant now) {
    database
        .jdbc()
        .sql("update signing_key set retired_at = :now, secret = null where retired_at is null")
        .param("now", Columns.at(now))
        .update();
  }

  private void insert(AgencyDatabase database, SigningKey key, PrivateKey secret)
      throws GeneralSecurityException {
    KeySignature signature = key.signature();
    database
        .jdbc()
        .sql(
            """
            insert into signing_key (key_id, public_key, secret, signed_by, signature, made_at)
            values (:keyId, :publicKey, :secret, :signedBy, :signature, :madeAt)
            """)
        .param("keyId", key.keyId().value())
        .param("publicKey", key.publicKey().toByteArray())
        .param(
            "secret",
            masterKey.aead().encrypt(secret.getEncoded(), place(database.agency(), key.keyId())))
        .param("signedBy", signature == null ? null : signature.signedBy().value(), Types.VARCHAR)
        .param(
            "signature",
            signature == null ? null : signature.signature().toByteArray(),
            Types.BINARY)
        .param("madeAt", Columns.at(key.announcedAt()))
        .update();
  }

  private static byte[] place(AgencyId agency, KeyId keyId) {
    return ("signing-key/" + agency + "/" + keyId).getBytes(StandardCharsets.UTF_8);
  }
}
