package jp.tsunagu.runtime.form;

import java.util.regex.Pattern;

/** Forms of identifiers, asked before one is built from what was typed. */
public final class Identifiers {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private Identifiers() {}

  /** Whether the text is a UUID in its canonical form. */
  public static boolean isUuid(String text) {
    return UUID_FORM.matcher(text).matches();
  }
}
