package jp.tsunagu.scheduler.paper;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseState;

/**
 * The number of a case as it is printed (案件番号): what people call it, such as 令和8-01234-4, else 1 to
 * 40 ASCII letters, digits and hyphens, so that no name fits into it.
 */
public record CaseNumber(String value) {

  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9-]{1,40}|\\p{IsHan}{2}\\d{1,2}-\\d{5,7}-\\d");

  public CaseNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a case number has 1 to 40 letters, digits or hyphens, or is one of the network");
    }
  }

  /** What agencies see everywhere else; the whole id where the network has no number for it. */
  public static CaseNumber of(CaseState state) {
    return Optional.ofNullable(state.caseNumber())
        .map(Object::toString)
        .filter(number -> FORM.matcher(number).matches())
        .map(CaseNumber::new)
        .orElseGet(() -> of(state.caseId()));
  }

  /** The whole id of a case of which nothing is known. */
  public static CaseNumber of(CaseId caseId) {
    return new CaseNumber(caseId.toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
