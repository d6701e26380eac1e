package jp.tsunagu.contract.form;

import java.time.LocalDate;
import jp.tsunagu.contract.wording.DateWords;

/**
 * Which days can be meant in a field, so that 1926 typed for 2026 is noticed before it becomes the
 * longest wait of a year. The limits are a choice of this project.
 */
public enum Plausible {
  /** Somebody's birth: no more than 130 years ago. */
  BORN(130, 0),
  /** Something that happened: no more than ten years ago. */
  HAPPENED(10, 0),
  /** A plan or a term: no more than ten years before or after today. */
  PLANNED(10, 10);

  private final int yearsBack;
  private final int yearsAhead;

  Plausible(int yearsBack, int yearsAhead) {
    this.yearsBack = yearsBack;
    this.yearsAhead = yearsAhead;
  }

  /** Whether this day can be meant. */
  public boolean fits(LocalDate day, LocalDate today) {
    return !day.isBefore(first(today)) && !day.isAfter(last(today));
  }

  /** What to do where another day was given, in Japanese. */
  public String fix(LocalDate today) {
    return "年(西暦・元号)を確かめてください。"
        + DateWords.shortDay(first(today))
        + "から"
        + DateWords.shortDay(last(today))
        + "までの日を書けます。";
  }

  private LocalDate first(LocalDate today) {
    return today.minusYears(yearsBack);
  }

  private LocalDate last(LocalDate today) {
    return today.plusYears(yearsAhead);
  }
}
