package jp.tsunagu.stats.figure;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.contract.lifecycle.StageCode;
import jp.tsunagu.contract.lifecycle.TimerKind;

/** What is counted or timed. Instances tell each other the codes: they never change. */
public enum Measure implements Code {
  /** Cases that somebody holds now. */
  OPEN_CASES(1, Kind.COUNT, "対応中の案件"),
  /** Cases and referrals by stage; the bin is the stage. */
  STAGE(2, Kind.STAGE, "段階別"),
  /** Unanswered and told that the answer is due soon. */
  DUE_SOON(3, Kind.COUNT, TimerKind.DUE_SOON.label()),
  /** Unanswered after the deadline. */
  OVERDUE(4, Kind.COUNT, TimerKind.OVERDUE.label()),
  /** Cases that began to be held on this day. */
  OPENED(10, Kind.COUNT, "開始"),
  /** Cases that ceased to be held on this day. */
  CLOSED(11, Kind.COUNT, StageCode.COMPLETED.label()),
  COORDINATION_OPENED(12, Kind.COUNT, "多機関協働の開始"),
  COORDINATION_CLOSED(13, Kind.COUNT, ItemOutcome.COORDINATION_ENDS.label()),
  /** Referrals by the day of sending, and how they stand by now. */
  SENT(20, Kind.COUNT, StageCode.SENT.label()),
  ANSWERED(21, Kind.COUNT, "回答あり"),
  /** 到達 or 開封 and nothing more. */
  ACKNOWLEDGED_ONLY(22, Kind.COUNT, "受領のみ"),
  NO_ANSWER(23, Kind.COUNT, "応答なし"),
  BECAME_OVERDUE(24, Kind.COUNT, "期限を超過した連絡"),
  DECLINED(30, Kind.COUNT, StageCode.DECLINED.label()),
  SENT_BACK(31, Kind.COUNT, StageCode.SENT_BACK.label()),
  FORWARDED(32, Kind.COUNT, StageCode.FORWARDED.label()),
  WITHDRAWN(33, Kind.COUNT, StageCode.WITHDRAWN.label()),
  /** Accepted by the agency it was returned to: a success of the desk. */
  HANDED_BACK(34, Kind.COUNT, ReferralKind.HAND_BACK.label()),
  /** Chains in which a household came back to an agency that had passed it on. */
  PING_PONG(35, Kind.COUNT, "行き来のある連鎖"),
  ARRIVAL(50, Kind.DURATION, "到達まで"),
  OPENING(51, Kind.DURATION, "開封まで"),
  FIRST_ANSWER(52, Kind.DURATION, "最初の回答まで"),
  DECISION(53, Kind.DURATION, "決定まで"),
  ACCEPTANCE(54, Kind.DURATION, "受理まで"),
  FIRST_CONTACT(55, Kind.DURATION, "初回接触まで"),
  COMPLETION(56, Kind.DURATION, "終了まで"),
  /** 照会 until 回答: part of the time to acceptance. */
  INFORMATION(57, Kind.DURATION, "照会の待ち"),
  /** From the first leg of the chain. */
  CHAIN_FIRST_CONTACT(58, Kind.DURATION, "連鎖全体の初回接触まで");

  /** How the number of a cell is to be read. */
  public enum Kind {
    COUNT,
    STAGE,
    DURATION
  }

  private static final Map<Integer, Measure> BY_CODE =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(Measure::code, one -> one));

  private final int code;
  private final Kind kind;
  private final String label;

  Measure(int code, Kind kind, String label) {
    this.code = code;
    this.kind = kind;
    this.label = label;
  }

  /** The number that stands for it. */
  public int code() {
    return code;
  }

  /** How it is counted. */
  public Kind kind() {
    return kind;
  }

  @Override
  public String label() {
    return label;
  }

  /** The measure with this code. */
  public static Measure of(int code) {
    Measure measure = BY_CODE.get(code);
    if (measure == null) {
      throw new IllegalArgumentException("no measure has the code " + code);
    }
    return measure;
  }
}
