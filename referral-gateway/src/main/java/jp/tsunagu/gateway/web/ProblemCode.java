package jp.tsunagu.gateway.web;

import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.runtime.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What only the read interface refuses, with what a person reads and what can be done. */
final class ProblemCode {

  static final ProblemType ONLY_THE_DESK =
      new ProblemType(
          "ONLY_THE_DESK",
          HttpStatus.FORBIDDEN,
          "調整窓口の画面です",
          "待ち行列は調整窓口と管理者だけが見られます。",
          "自分の機関への連絡は /api/referrals で確認してください。");

  static final ProblemType CASE_UNKNOWN =
      new ProblemType(
          "CASE_UNKNOWN",
          HttpStatus.NOT_FOUND,
          "案件が見つかりません",
          RefusalCode.CASE_UNKNOWN.label(),
          "案件番号を確認してください。");

  /** A number that more than one case has, as a network can give it that was restored. */
  static final ProblemType CASE_NUMBER_AMBIGUOUS =
      new ProblemType(
          "CASE_NUMBER_AMBIGUOUS",
          HttpStatus.CONFLICT,
          "同じ案件番号の案件が複数あります",
          "その案件番号の案件が複数あります。",
          "errors の choices から選んだ案件IDを、案件番号の代わりに使ってください。");

  static final ProblemType REFERRAL_UNKNOWN =
      new ProblemType(
          "REFERRAL_UNKNOWN",
          HttpStatus.NOT_FOUND,
          "連絡が見つかりません",
          RefusalCode.REFERRAL_UNKNOWN.label(),
          "連絡番号を確認してください。");

  private ProblemCode() {}
}
