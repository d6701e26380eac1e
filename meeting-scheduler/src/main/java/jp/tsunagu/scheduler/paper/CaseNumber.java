package jp.tsunagu.scheduler.paper;

import java.util.regex.Pattern;
import jp.tsunagu.contract.id.CaseId;

/**
 * The number of a case as it is printed (案件番号): 1 to 40 ASCII letters, digits and hyphens, so that
 * no name fits into it.
 */
public record CaseNumber(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,40}");

  public CaseNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a case number has 1 to 40 letters, digits or hyphens");
    }
  }

  /** The number that agencies see everywhere else: the whole id. */
  public static CaseNumber of(CaseId caseId) {
    return new CaseNumber(caseId.toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
