package jp.tsunagu.runtime.mail;

import java.util.regex.Pattern;

/** What a mail address looks like: one that can also be part of a URI. */
public final class MailAddresses {

  private static final int LONGEST = 254;
  private static final String LABEL = "[A-Za-z0-9-]+";
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9._+-]{1,64}@" + LABEL + "(\\." + LABEL + ")*");

  private MailAddresses() {}

  /** Whether it is a plain address, without a name and without quotes. */
  public static boolean isPlain(String address) {
    return address.length() <= LONGEST && PLAIN.matcher(address).matches();
  }

  /** Whether it is one that is known everywhere: at a domain, not at a machine of this network. */
  public static boolean isKnownEverywhere(String address) {
    return isPlain(address) && address.indexOf('.', address.indexOf('@')) > 0;
  }
}
