package jp.tsunagu.contract.message;

import jp.tsunagu.contract.code.Code;

/** What can be done instead of a refused command. May grow: travels as text. */
public enum NextStep implements Code {
  LEAVE_PERSON_OUT("この人の欄を外して送る"),
  ASK_WITHOUT_NAMES("名前を出さずに助言を求める"),
  PREPARE_SUPPORT_CONFERENCE("支援会議に相談する(主催者とだけ共有)"),
  ASK_FOR_PLAN_CONFERENCE("重層的支援会議を相談する"),
  SEND_PROXY_OR_OPINION("代理出席か意見書の提出にする"),
  RECORD_CONSENT("本人の同意を記録する"),
  RECORD_COORDINATION_CONSENT("プランの全員の利用申込②(多機関協働への同意)を記録する"),
  RECORD_ASSESSMENT("インテーク・アセスメントシートを記録する"),
  RECORD_PLAN("プランシートを記録する"),
  RECORD_EVALUATION("評価シートを記録する"),
  DECIDE_IN_MEETING("重層的支援会議で検討し、決定を記録する"),
  SETTLE_ROLES("役割を決めて送り直す"),
  RECORD_PARTICIPATION_PLAN("参加支援プランシートを記録する"),
  RECORD_PLACE_ASSESSMENT("受け入れ先のアセスメントシートを記録する"),
  RECORD_PARTICIPATION_EVALUATION("参加支援評価シートを記録する"),
  RECORD_OUTREACH_PLAN("アウトリーチプランシートを記録する"),
  RECORD_OUTREACH_EVALUATION("アウトリーチ評価シートを記録する"),
  RECORD_CONTACT("関わりを記録する"),
  JUDGE_IN_MEETING("重層的支援会議で、参加支援が必要と判断する"),
  CONNECT_FIRST("その機関に先につなぐ"),
  LEAVE_AGENCY_OUT("その機関を外して依頼する"),
  CHOOSE_NEXT_STAGE("次の段階を選ぶ"),
  BEGIN_SIDE_SUPPORT("その支援を始める"),
  DECIDE_SUPPORT("支援決定を先に記録する"),
  GIVE_CLOSING_GROUND("終結の理由(死亡・転出など)を付けて終結する"),
  GIVE_EXCEPTION("例外の理由を付けて送り直す"),
  CHOOSE_LAWFUL_BASIS("緊急(生命・身体)なら電話し、根拠を選んで記録する"),
  TELEPHONE_FIRST("先に電話をして時刻を記録する"),
  REFRESH("最新の状態を確認する"),
  CORRECT_AND_RESEND("内容を直して送り直す"),
  REQUEST_WITHDRAWAL("取下げを依頼する"),
  REOPEN("再開する"),
  USE_OPEN_REFERRAL("進んでいる連絡で続ける"),
  SEND_BESIDE_OPEN("重ねて送る(besideOpen)をはいにして送る"),
  SEND_AS_NEXT_LEG("続きの連絡として送る"),
  RESEAL("封かんし直して送る"),
  CONTACT_DESK("調整窓口に連絡する"),
  UPDATE_PROGRAM("コネクタを更新する");

  private final String label;

  NextStep(String label) {
    this.label = label;
  }

  /** Whether every one of these is needed where several are named; of others one is enough. */
  public boolean isNeeded() {
    return switch (this) {
      case RECORD_COORDINATION_CONSENT,
          RECORD_ASSESSMENT,
          RECORD_PLAN,
          RECORD_EVALUATION,
          DECIDE_IN_MEETING,
          SETTLE_ROLES,
          DECIDE_SUPPORT ->
          true;
      default -> false;
    };
  }

  @Override
  public String label() {
    return label;
  }
}
