package jp.tsunagu.scheduler.mail;

import java.util.regex.Pattern;

/** What a mail address looks like where it must also be part of a URI. */
final class MailAddresses {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");

  private MailAddresses() {}

  static boolean isPlain(String address) {
    return PLAIN.matcher(address).matches();
  }
}
