package jp.tsunagu.gateway.web;

import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.Stage;

/**
 * How much an agency has before it now, counted in what the reader may see alone.
 *
 * @param held referrals it took and has not ended (対応中)
 * @param waiting referrals it has not answered
 */
record Workload(int held, int waiting) {

  static final Workload NONE = new Workload(0, 0);

  /** What each agency has in one case. */
  static Map<AgencyId, Workload> of(CaseState state) {
    Map<AgencyId, Workload> all = new HashMap<>();
    state.referrals().forEach(leg -> all.merge(leg.receiver(), of(leg), Workload::plus));
    all.values().removeIf(NONE::equals);
    return all;
  }

  private static Workload of(Referral leg) {
    return switch (leg.stage()) {
      case Stage.Held _ -> new Workload(1, 0);
      case Stage.Unanswered _, Stage.Submitted _ -> new Workload(0, 1);
      case Stage.Closed _ -> NONE;
    };
  }

  Workload plus(Workload other) {
    return new Workload(held + other.held, waiting + other.waiting);
  }

  Workload minus(Workload other) {
    return new Workload(held - other.held, waiting - other.waiting);
  }
}
