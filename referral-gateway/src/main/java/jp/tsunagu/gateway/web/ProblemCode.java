package jp.tsunagu.gateway.web;

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
          "CASE_UNKNOWN", HttpStatus.NOT_FOUND, "案件が見つかりません", "その案件は見つかりません。", "案件番号を確認してください。");

  static final ProblemType REFERRAL_UNKNOWN =
      new ProblemType(
          "REFERRAL_UNKNOWN",
          HttpStatus.NOT_FOUND,
          "連絡が見つかりません",
          "その連絡は見つかりません。",
          "連絡番号を確認してください。");

  static final ProblemType PARAMETER_UNKNOWN =
      new ProblemType(
          "PARAMETER_UNKNOWN",
          HttpStatus.BAD_REQUEST,
          "指定が正しくありません",
          "そのような指定はありません。",
          "使える指定の名前に直してください。");

  static final ProblemType PARAMETER_REPEATED =
      new ProblemType(
          "PARAMETER_REPEATED",
          HttpStatus.BAD_REQUEST,
          "指定が正しくありません",
          "この指定は一つだけにしてください。",
          "一つに絞って送り直してください。");

  static final ProblemType CURSOR_INVALID =
      new ProblemType(
          "CURSOR_INVALID",
          HttpStatus.BAD_REQUEST,
          "続きの位置が正しくありません",
          "続きの位置を読み取れません。",
          "前の応答の nextCursor をそのまま付けるか、cursor を外して最初から読んでください。");

  private ProblemCode() {}
}
