package jp.tsunagu.runtime.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * A way an interface can refuse.
 *
 * @param code by which programs tell it from others; never changes
 * @param title what a person reads first, in Japanese
 * @param detail what happened, in Japanese; a single refusal may say it more exactly
 * @param fix what can be done now, in Japanese; a single refusal may say it more exactly
 */
public record ProblemType(String code, HttpStatus status, String title, String detail, String fix) {

  /** The problem as it is, without anything particular. */
  public Problem problem() {
    return Problem.of(this, code, detail);
  }

  /** The problem, said more exactly; the text repeats nothing personal. */
  public Problem saying(String exactly) {
    return Problem.of(this, code, exactly);
  }

  /**
   * The problem with a reason that has a code of its own.
   *
   * @param reason in Japanese
   */
  public Problem because(String ownCode, String reason) {
    return Problem.of(this, ownCode, reason);
  }

  /** The URI of a code in the {@code type} of RFC 9457. */
  static String uri(String code) {
    return "urn:tsunagu:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
