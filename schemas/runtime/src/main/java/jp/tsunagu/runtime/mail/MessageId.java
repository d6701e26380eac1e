package jp.tsunagu.runtime.mail;

import java.util.regex.Pattern;

/**
 * The Message-ID of a mail without its angle brackets, e.g. {@code
 * shien-kaigi.2026-10-13.2.hokatsu-higashi@kokubunji.tsunagu}: at most 250 ASCII characters.
 */
public record MessageId(String value) {

  private static final Pattern FORM =
      Pattern.compile("(?=.{3,250}$)[A-Za-z0-9._-]+@[A-Za-z0-9.-]+");

  public MessageId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a message id is letters, digits, dots or hyphens around @");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
