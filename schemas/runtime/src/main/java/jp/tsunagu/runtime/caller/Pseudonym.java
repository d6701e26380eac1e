package jp.tsunagu.runtime.caller;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.tsunagu.contract.id.ActingPerson;

/**
 * The pseudonym of a person in one place: HMAC-SHA256 of both, cut to 16 bytes. Without the key
 * nobody can tell who it is, nor whether the same person acted in another place.
 */
public final class Pseudonym {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;

  private Pseudonym() {}

  /**
   * The same for the same key, place and person.
   *
   * @param key of the agency, known to nobody else
   * @param place where she acts, such as the case; without line breaks
   * @param person how the login names her
   */
  public static ActingPerson of(byte[] key, String place, String person) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] whole = mac.doFinal((place + "\n" + person).getBytes(StandardCharsets.UTF_8));
      return new ActingPerson(HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }
}
