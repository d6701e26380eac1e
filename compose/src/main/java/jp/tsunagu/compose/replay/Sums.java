package jp.tsunagu.compose.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.contract.lifecycle.ReferralEvent.InformationProvided;
import jp.tsunagu.contract.lifecycle.ReferralEvent.InformationRequested;
import jp.tsunagu.contract.lifecycle.ReferralEvent.OverdueEscalated;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralArrived;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralCompleted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralDeclined;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralForwarded;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralReminded;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSentBack;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralTriaged;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseOverdue;
import jp.tsunagu.contract.lifecycle.ReferralEvent.SheetSubmitted;
import jp.tsunagu.contract.lifecycle.StageCode;

/** What happened to the referrals of the replay, counted from the ledger. */
record Sums(List<CaseEvent> events) {
  private static final Map<String, Class<? extends CaseEvent>> LINES = lines();

  Sums {
    events = List.copyOf(events);
  }

  private static Map<String, Class<? extends CaseEvent>> lines() {
    var lines = new LinkedHashMap<String, Class<? extends CaseEvent>>();
    lines.put("つなぐシートを受け取った", SheetSubmitted.class);
    lines.put("振り分けた", ReferralTriaged.class);
    lines.put("つないだ", ReferralSent.class);
    lines.put("到達した", ReferralArrived.class);
    lines.put("受理された", ReferralAccepted.class);
    lines.put(StageCode.DECLINED.label(), ReferralDeclined.class);
    lines.put("つなぎ直した", ReferralForwarded.class);
    lines.put("差し戻された", ReferralSentBack.class);
    lines.put("照会された", InformationRequested.class);
    lines.put("回答した", InformationProvided.class);
    lines.put("期限を過ぎた", ResponseOverdue.class);
    lines.put("調整窓口に上がった", OverdueEscalated.class);
    lines.put("催促した", ReferralReminded.class);
    lines.put("終了した", ReferralCompleted.class);
    return lines;
  }

  /** Each line with its count, in the order of a referral's life. */
  Map<String, Long> counted() {
    var counted = new LinkedHashMap<String, Long>();
    LINES.forEach((label, kind) -> counted.put(label, of(kind)));
    return counted;
  }

  /** How often something was handed over: each is to arrive once. */
  long handovers() {
    return of(SheetSubmitted.class)
        + of(ReferralTriaged.class)
        + of(ReferralSent.class)
        + of(CaseHandedBack.class);
  }

  long arrivals() {
    return of(ReferralArrived.class);
  }

  private long of(Class<? extends CaseEvent> kind) {
    return events.stream().filter(kind::isInstance).count();
  }
}
