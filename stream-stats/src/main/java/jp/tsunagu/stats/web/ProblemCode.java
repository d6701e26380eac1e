package jp.tsunagu.stats.web;

import jp.tsunagu.runtime.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What only the statistics refuse, with what a person reads and what can be done. */
final class ProblemCode {

  static final ProblemType ONLY_DESK_AND_MANAGERS =
      new ProblemType(
          "ONLY_DESK_AND_MANAGERS",
          HttpStatus.FORBIDDEN,
          "調整窓口と管理者の集計です",
          "ほかの機関や案件番号を含む集計は、調整窓口と管理者だけが見られます。",
          "自分の機関の件数は /api/caseload、所要時間は /api/times で確認してください。");

  private ProblemCode() {}
}
