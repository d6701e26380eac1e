package jp.tsunagu.runtime.caller;

import java.util.Arrays;
import java.util.HexFormat;
import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.runtime.secret.KeyedHash;

/**
 * The pseudonym of a person in one place: HMAC-SHA256 of both, cut to 16 bytes. Without the key
 * nobody can tell who it is, nor whether the same person acted in another place.
 */
public final class Pseudonym {

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
    byte[] whole = KeyedHash.of(key, place + "\n" + person);
    return new ActingPerson(HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES)));
  }
}
