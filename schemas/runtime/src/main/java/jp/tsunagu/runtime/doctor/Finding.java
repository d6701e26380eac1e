package jp.tsunagu.runtime.doctor;

/**
 * What was found of one thing that was looked at; it repeats no secret and names no household.
 *
 * @param good whether it is as it must be
 * @param what was looked at, in Japanese and English
 * @param told what was found, in Japanese
 * @param fix what to do; empty where nothing is
 */
public record Finding(boolean good, String what, String told, String fix) {

  /** It is as it must be. */
  public static Finding good(String what, String told) {
    return new Finding(true, what, told, "");
  }

  /** It is not. */
  public static Finding bad(String what, String told, String fix) {
    return new Finding(false, what, told, fix);
  }

  /** As a line a person reads, with the fix below. */
  String line() {
    String first = (good ? "○ " : "× ") + what + ": " + told;
    return fix.isEmpty() ? first : first + System.lineSeparator() + "   → " + fix;
  }
}
