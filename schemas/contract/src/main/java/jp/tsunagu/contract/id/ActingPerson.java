package jp.tsunagu.contract.id;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who acted at an agency, as a pseudonym per agency and case, or body of meetings: a keyed hash
 * that only this agency can resolve. Two cases never show that the same person acted in both.
 */
public record ActingPerson(String value) {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public ActingPerson {
    if (!isValid(value)) {
      throw new IllegalArgumentException("a pseudonym has 32 hexadecimal digits");
    }
  }

  /**
   * The pseudonym of a person in one place: HMAC-SHA256 of both, cut to 16 bytes. Without the key
   * nobody can tell who it is, nor whether the same person acted in another place.
   *
   * @param key of the agency, known to nobody else
   * @param place where she acts, such as the case; without line breaks
   * @param person how the login names her
   */
  public static ActingPerson under(byte[] key, String place, String person) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] whole = mac.doFinal((place + "\n" + person).getBytes(StandardCharsets.UTF_8));
      return new ActingPerson(HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }

  /** Whether it is one by its form. */
  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
