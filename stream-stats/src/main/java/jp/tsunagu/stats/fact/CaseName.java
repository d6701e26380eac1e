package jp.tsunagu.stats.fact;

import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.lifecycle.EventHeader;
import org.jspecify.annotations.Nullable;

/**
 * What a case is called.
 *
 * @param number what people call it (案件番号); none where the numbers of its year are used up
 */
public record CaseName(CaseId id, @Nullable CaseNumber number) {

  /** The number as a table shows it, empty where there is none. */
  public String writtenNumber() {
    return number == null ? "" : number.value();
  }

  /** With the number that this event carries, if it does. */
  CaseName after(EventHeader header) {
    return header.caseNumber() == null ? this : new CaseName(id, header.caseNumber());
  }
}
