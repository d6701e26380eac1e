package jp.tsunagu.connector.record;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.calendar.Wareki;
import jp.tsunagu.contract.wording.Coded;

/** What an agency knows under the id or the 案件番号 that somebody typed. */
public sealed interface CaseLookup {

  /** One case. */
  record Found(CaseView view) implements CaseLookup {}

  /** None: it does not exist, or this agency has nothing of it. */
  record Unknown() implements CaseLookup {}

  /**
   * More than one under the same number, as a network can give it that was restored from a backup.
   *
   * @param cases in the order of their ids
   */
  record Several(List<CaseView> cases) implements CaseLookup {

    public Several {
      cases = List.copyOf(cases);
    }

    /** Their ids, each with the day on which something last happened to the case. */
    public List<Coded> choices() {
      return cases.stream().map(Several::choice).toList();
    }

    private static Coded choice(CaseView view) {
      LocalDate day = TokyoTime.dateOf(view.changedAt());
      return new Coded(view.caseId().toString(), Wareki.formatWithWesternYear(day) + "に動きのあった案件");
    }
  }
}
