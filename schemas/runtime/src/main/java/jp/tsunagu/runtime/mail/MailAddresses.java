package jp.tsunagu.runtime.mail;

import java.util.regex.Pattern;

/** What a mail address looks like where it must also be part of a URI. */
public final class MailAddresses {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");

  private MailAddresses() {}

  /** Whether it is a plain address, without a name and without quotes. */
  public static boolean isPlain(String address) {
    return PLAIN.matcher(address).matches();
  }
}
