package jp.tsunagu.contract.message;

import jp.tsunagu.contract.code.Code;

/**
 * Why a command was not carried out. May grow: travels as text, and what a reader does not know is
 * {@link #UNKNOWN}.
 */
public enum RefusalCode implements Code {
  AGENCY_UNKNOWN("その機関はネットワークに登録されていません。"),
  COMMAND_TOO_OLD("60日より前の指示のため受け付けられません。"),
  COMMAND_FROM_THE_FUTURE("実際の日時が未来になっています。"),
  /** Also the answer to one who is no party of the case. */
  CASE_UNKNOWN("その案件は見つかりません。"),
  CASE_ALREADY_RECEIVED("その案件はすでに受け付けられています。"),
  /** Also the answer to one who is no party of the referral. */
  REFERRAL_UNKNOWN("その連絡は見つかりません。"),
  REFERRAL_ALREADY_EXISTS("その連絡番号はすでに使われています。"),
  /** Of one the actor sees; what another sender has with the same receiver stays unsaid. */
  REFERRAL_STILL_OPEN("この案件では、その機関への連絡がまだ終わっていません。"),
  FIELDS_MISSING("分野を一つ以上選んでください。"),
  PERSON_UNKNOWN("その世帯員はこの案件に登録されていません。"),
  PERSONS_OUT_OF_RANGE("世帯員の人数が正しくありません。"),
  AREA_UNKNOWN("その圏域は登録されていません。"),
  REASON_UNKNOWN("その理由コードは登録されていません。"),
  NOTE_MISSING("この理由には説明文が必要です。"),
  INTRODUCER_UNKNOWN("その紹介元コードは登録されていません。"),
  NOT_THE_SENDER("この操作は送った機関だけができます。"),
  NOT_THE_RECEIVER("この操作は受けた機関だけができます。"),
  NOT_THE_RECEIVING_AGENCY("この操作は相談を受け付けた機関だけができます。"),
  ONLY_THE_DESK("この操作は調整窓口だけができます。"),
  ONLY_THE_COORDINATOR("この操作は担当の多機関協働事業者だけができます。"),
  RECEIVER_IS_SENDER("自分の機関へは送れません。"),
  /** The reason stays unsaid: exclusions of a protected case are shown to nobody. */
  RECEIVER_NOT_POSSIBLE("その機関へは送れません。"),
  RECEIVER_ON_PAPER("その機関は紙・電話での参加です。コネクタ宛てには送れません。"),
  AWAITING_TRIAGE("振り分け前の連絡です。"),
  ALREADY_TRIAGED("すでに振り分けられています。"),
  ALREADY_ARRIVED("すでに到達しています。"),
  ALREADY_OPENED("すでに開封されています。"),
  /** Somebody was faster. */
  ALREADY_ANSWERED("すでに回答されています。"),
  ALREADY_CLOSED("この連絡はすでに終わっています。"),
  NOT_ACCEPTED("まだ受理されていません。"),
  NOT_CLOSED("まだ終わっていない連絡です。"),
  CONTINUED_ELSEWHERE("この連絡は別の機関に引き継がれています。"),
  CHAIN_NOT_CONTINUABLE("その連絡の続きとして送ることはできません。"),
  FIRST_CONTACT_ALREADY_MADE("初回接触はすでに記録されています。"),
  QUESTION_ALREADY_OPEN("照会への回答を待っています。"),
  NO_OPEN_QUESTION("回答を待っている照会はありません。"),
  WITHDRAWAL_NEEDS_CONFIRMATION("受理後の取下げには受けた機関の確認が必要です。"),
  WITHDRAWAL_ALREADY_REQUESTED("取下げはすでに依頼されています。"),
  NO_WITHDRAWAL_REQUESTED("取下げの依頼はありません。"),
  NO_BASIS_FOR_PERSON("共有の根拠がない世帯員の情報が含まれています。"),
  BASIS_MISSING("共有の根拠が示されていません。"),
  WHEREABOUTS_NOT_FOR_RECEIVER("所在の情報を渡せない機関が含まれています。"),
  TOKEN_FOR_DESK_ONLY("照合符号は調整窓口にだけ渡せます。"),
  TELEPHONE_FIRST("この根拠では、先に電話をして、その時刻を記録してください。"),
  STATUTE_WITHOUT_NOTIFICATION("その法令は、電話での通告・通報の根拠になりません。"),
  DOSSIER_UNKNOWN("その書類は見つかりません。"),
  DOSSIER_HOLDER_LEFT("その書類を持つ機関は名簿から外れました。本人から聞き取ってください。"),
  DOSSIER_ALREADY_EXISTS("その書類番号はすでに使われています。"),
  DOSSIER_SENDER_WRONG("書類の封かん者が送った機関と一致しません。"),
  RESEAL("相手の公開鍵が新しくなっています。封かんし直してください。"),
  CONSENT_UNKNOWN("その同意は見つかりません。"),
  CONSENT_ALREADY_EXISTS("その同意番号はすでに使われています。"),
  CONSENT_ALREADY_WITHDRAWN("その同意はすでに撤回されています。"),
  CONSENT_RECIPIENTS_MISSING("同意の相手と範囲を一つ以上選んでください。"),
  NO_STOP_REQUESTED("停止の求めは出ていません。"),
  /** The agency that received the household, or acts for it now, cannot be kept out of its case. */
  EXCLUSION_NOT_POSSIBLE("この案件を担当している機関は除外できません。"),
  NOT_PROTECTED("この案件に保護の設定はありません。"),
  SUPPORT_ALREADY_ENDED("支援の終了はすでに記録されています。"),
  COORDINATION_NOT_REQUESTED("調整依頼は出ていません。"),
  COORDINATION_ALREADY_RUNNING("多機関協働はすでに始まっています。"),
  COORDINATION_NOT_OPEN("多機関協働は始まっていません。"),
  COORDINATOR_NOT_ELIGIBLE("その機関は多機関協働事業者になれません。"),
  LEAD_MISSING("主担当を選んでください。"),
  /** A step that the city makes wait for something; the next steps name what is missing. */
  STEP_NOT_READY("この手順の前に必要なものが、まだそろっていません。"),
  SIDE_SUPPORT_ALREADY_RUNNING("この世帯員への同じ支援が、すでに進んでいます。"),
  /** Also the answer to one to whom it is not known. */
  SIDE_SUPPORT_NOT_RUNNING("この世帯員へのその支援は、進んでいません。"),
  SIDE_STAGE_NOT_NEXT("その段階へは、まだ進めません。次の段階か、前の段階を選んでください。"),
  SIDE_REASON_WRONG("その支援の理由としては選べません。"),
  ONLY_THE_PROVIDER("その支援を担う機関だけができます。"),
  PROVIDER_NOT_IN_CASE("その機関は、まだこの案件にいません。"),
  PROVIDER_WITHOUT_PROGRAMME("その事業を行う機関ではありません。"),
  INQUIRY_AGENCIES_MISSING("情報収集を依頼する機関を一つ以上選んでください。"),
  INQUIRY_PERSONS_MISSING("情報収集の対象となる世帯員を一人以上選んでください。"),
  /** The question is sealed; every agency that is asked must be able to read some of it. */
  INQUIRY_TEXT_MISSING("尋ねる内容を、依頼するすべての機関に渡るように書いてください。"),
  INQUIRY_DUE_NOT_POSSIBLE("情報収集の回答期限は、明日から90日以内の日にしてください。"),
  INQUIRY_ALREADY_OPEN("その機関への情報収集の依頼は、まだ回答を待っています。"),
  /** Also the answer to one who is asked nothing. */
  INQUIRY_NOT_OPEN("回答を待っている情報収集の依頼はありません。"),
  INQUIRY_ANSWER_MISSING("回答の内容を書くか、回答できない理由を選んでください。"),
  MEMBER_ALREADY_APPOINTED("すでに構成員です。"),
  NOT_A_MEMBER("構成員ではありません。"),
  /** Also the answer to one to whom the item is not known. */
  MEETING_REQUEST_UNKNOWN("その議題は見つかりません。"),
  MEETING_REQUEST_ALREADY_EXISTS("その議題番号はすでに使われています。"),
  MEETING_PERSONS_MISSING("議題の対象となる世帯員を一人以上選んでください。"),
  FORM_UNKNOWN("その様式は、この市にありません。様式を確かめるか、管理者に network.yaml の forms を確かめてもらってください。"),
  FORM_AND_ITEM_DIFFER("会議の様式(申出書・受付と助言・報告書・会議録)には議題が要り、ほかの様式には付けられません。"),
  CONSENT_AND_FORM_DIFFER("同意は、その目的の利用申込書(①か②)と、その対象の世帯員についてだけ、いっしょに記録できます。"),
  PAPER_UNKNOWN("その資料は見つかりません。"),
  PAPER_ALREADY_OPENED("その資料はすでに開かれています。"),
  PAPERS_TOO_MANY("一つの案件で配れる資料は500部までです。"),
  PAPER_RECIPIENTS_MISSING("資料を渡す機関を一つ以上選んでください。"),
  FORM_PERSONS_MISSING("様式の対象となる世帯員を一人以上選んでください。"),
  MEETING_MINUTES_OUT_OF_RANGE("議題の時間は5分から240分までです。"),
  MEETING_BODY_UNKNOWN("その会議体は登録されていません。"),
  MEETING_BODY_OF_OTHER_KIND("その会議体の会議区分では扱えません。"),
  /** 支援会議 are always the municipality's (社会福祉法106条の6). */
  MEETING_ORGANISER_NOT_POSSIBLE("支援会議の主催者は市に限ります。"),
  CONSENT_FOR_PLAN_CONFERENCE_MISSING("重層的支援会議に必要な本人の同意がそろっていません。"),
  SUPPORT_CONFERENCE_NOT_NEEDED("対象の全員が同意しているため、重層的支援会議で扱います。"),
  MEETING_ITEM_NOT_OPEN("その議題はすでに検討されたか、取り下げられています。"),
  MEETING_ITEM_NOT_HELD("その会議ではまだ検討されていません。"),
  MEETING_ITEM_ALREADY_DECIDED("その議題はすでに決定されています。"),
  /** The day was chosen, or the meeting is not held. */
  DATES_NOT_ASKED("その会議の日程は、いま尋ねていません(もう決まったか、取り消されました)。"),
  DATES_DO_NOT_FIT("候補日のすべてに一つずつ答えてください。候補日が変わったときは、新しい候補日に答えてください。"),
  /** The item is on no agenda of that meeting. */
  MEETING_NOTICE_UNKNOWN("その会議の開催通知は出ていません。"),
  AGENDA_REVISION_NOT_NEWER("より新しい次第がすでに出ています。"),
  NOT_INVITED("その会議に招かれていません。"),
  ABSENCE_REASON_MISSING("重層的支援会議の欠席には理由が必要です。代理出席か意見書の提出もできます。"),
  ONLY_WHO_ASKED("この操作は会議を相談した機関・多機関協働事業者・調整窓口だけができます。"),
  ONLY_THE_SCHEDULER("この操作は会議の調整役だけができます。"),
  MEETING_REPORT_ALREADY_FILED("報告書はすでに提出されています。"),
  OUTCOME_NOT_POSSIBLE("その決定は重層的支援会議だけができます。"),
  ROLE_UNKNOWN("その役割コードは登録されていません。"),
  RESOURCE_UNKNOWN("その社会資源コードは登録されていません。"),
  MONITORING_PERIOD_WRONG("モニタリング期間の終わりが始まりより前です。"),
  PARTITION_WRONG("記録の置き場所(パーティション)が正しくありません。"),
  CASE_TOO_LARGE("この案件の記録が大きくなりすぎました。"),
  /** The command, or a code in it, is newer than the gateway. */
  UPDATE_GATEWAY("この種類の指示は、中央の仲介(ゲートウェイ)がまだ扱えません。更新を待って送り直してください。"),
  /** A newer gateway gave a code this program does not know. */
  UNKNOWN("新しい理由コードです。コネクタを更新してください。");

  private final String label;

  RefusalCode(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
