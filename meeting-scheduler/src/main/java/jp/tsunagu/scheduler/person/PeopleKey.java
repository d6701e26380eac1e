package jp.tsunagu.scheduler.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.runtime.caller.Pseudonym;
import jp.tsunagu.runtime.file.KeyFile;
import jp.tsunagu.runtime.secret.AuthenticatedCipher;
import jp.tsunagu.runtime.secret.KeyedHash;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What names a person and seals her name: the same at every scheduler that has the same secret, and
 * read or made when it is first needed. Thread-safe.
 */
final class PeopleKey {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final PeopleSettings settings;
  private byte @Nullable [] secret;
  private @Nullable AuthenticatedCipher cipher;

  PeopleKey(PeopleSettings settings) {
    this.settings = settings;
  }

  /** Who stands behind a pseudonym. */
  record Named(String agency, String name) {

    @Override
    public String toString() {
      return "Named[***]";
    }
  }

  ActingPerson pseudonym(AgencyId agency, BodyId body, String person) {
    return Pseudonym.of(secret(), agency + "/" + body.value(), person);
  }

  /** For the broker, which cannot read it; it opens under its own pseudonym only. */
  byte[] sealed(ActingPerson pseudonym, Named named) {
    try {
      return cipher().encrypt(JSON.writeValueAsBytes(named), place(pseudonym));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /** Empty for what was sealed by another key or is nothing sealed at all. */
  Optional<Named> opened(ActingPerson pseudonym, byte[] sealed) {
    try {
      return Optional.of(JSON.readValue(cipher().decrypt(sealed, place(pseudonym)), Named.class));
    } catch (GeneralSecurityException | JacksonException _) {
      return Optional.empty();
    }
  }

  private static byte[] place(ActingPerson pseudonym) {
    return pseudonym.value().getBytes(StandardCharsets.US_ASCII);
  }

  private synchronized AuthenticatedCipher cipher() {
    if (cipher == null) {
      cipher = new AuthenticatedCipher(KeyedHash.of(secret(), "names of those who act"));
    }
    return cipher;
  }

  private synchronized byte[] secret() {
    if (secret == null) {
      secret = settings.given().map(HexFormat.of()::parseHex).orElseGet(this::ofFolder);
    }
    return secret;
  }

  private byte[] ofFolder() {
    try {
      return KeyFile.readOrMake(settings.folder().resolve("people.key"));
    } catch (IOException exception) {
      throw new UncheckedIOException("the key of those who act cannot be read or made", exception);
    }
  }
}
