package jp.tsunagu.runtime.enrolment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import jp.tsunagu.contract.id.AgencyId;

/**
 * The bundle (登録の束): an enrolment under a password, as text that can be printed or carried on a
 * stick. Whose it is and when it was issued stands before it in clear; who changed that cannot open
 * it (AES-256-GCM, the key by PBKDF2 with HMAC-SHA-512).
 *
 * @param sealed salt, nonce and what is sealed
 */
public record SealedEnrolment(AgencyId agency, Instant issued, byte[] sealed) {

  private static final String TITLE = "つなぐ 登録の束 1";
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*" + TITLE + "\\s+agency: (\\S+)\\s+issued: (\\S+)\\s+([A-Za-z0-9+/=\\s]+)");
  private static final int SALT = 16;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BITS = 256;

  /** What OWASP advises for HMAC-SHA-512, although the password has 100 random bits. */
  private static final int ROUNDS = 210_000;

  /** What came of opening it. */
  public sealed interface Opening {

    /** It is this. */
    record Opened(Enrolment enrolment) implements Opening {}

    /** The password is another one, or it was changed on its way. */
    record Refused() implements Opening {}
  }

  /** Seals it. */
  public static SealedEnrolment of(Enrolment enrolment, String password) {
    byte[] random = new byte[SALT + NONCE];
    new SecureRandom().nextBytes(random);
    SealedEnrolment empty = new SealedEnrolment(enrolment.agency(), enrolment.issued(), random);
    try {
      byte[] closed =
          empty
              .cipher(Cipher.ENCRYPT_MODE, password)
              .doFinal(enrolment.written().getBytes(StandardCharsets.UTF_8));
      return new SealedEnrolment(
          empty.agency,
          empty.issued,
          ByteBuffer.allocate(random.length + closed.length).put(random).put(closed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM and PBKDF2", e);
    }
  }

  /** What stands in a bundle's text; empty where it is none. */
  public static Optional<SealedEnrolment> read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || !AgencyId.isValid(form.group(1))) {
      return Optional.empty();
    }
    try {
      byte[] sealed = Base64.getMimeDecoder().decode(form.group(3));
      return sealed.length <= SALT + NONCE
          ? Optional.empty()
          : Optional.of(
              new SealedEnrolment(
                  new AgencyId(form.group(1)), Instant.parse(form.group(2)), sealed));
    } catch (DateTimeException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The bundle's text. */
  public String text() {
    return "%s%n%n%s%n"
        .formatted(head(), Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(sealed))
        .replace("\r", "");
  }

  private String head() {
    return TITLE + "\nagency: " + agency + "\nissued: " + issued;
  }

  /** Opens it; takes about a second. */
  public Opening open(String password) {
    try {
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, password)
              .doFinal(sealed, SALT + NONCE, sealed.length - SALT - NONCE);
      return new Opening.Opened(Enrolment.read(new String(text, StandardCharsets.UTF_8)));
    } catch (AEADBadTagException _) {
      return new Opening.Refused();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM and PBKDF2", e);
    }
  }

  private Cipher cipher(int mode, String password) throws GeneralSecurityException {
    byte[] salt = new byte[SALT];
    byte[] nonce = new byte[NONCE];
    ByteBuffer.wrap(sealed).get(salt).get(nonce);
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, KEY_BITS);
    byte[] key =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(head().getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** Names whose it is. */
  @Override
  public String toString() {
    return "SealedEnrolment[" + agency + " " + issued + "]";
  }
}
