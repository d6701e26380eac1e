package jp.tsunagu.stats.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.Leg;
import jp.tsunagu.stats.fact.LegEnd;
import jp.tsunagu.stats.fact.Step;

/** Referrals that continue each other (連鎖). */
public final class Chains {

  private Chains() {}

  /** The legs of each chain in the order of sending; later rounds of a leg left out. */
  public static Map<ReferralId, List<Leg>> of(CaseFacts facts) {
    Map<ReferralId, List<Leg>> chains = new LinkedHashMap<>();
    for (Leg leg : facts.legs()) {
      if (leg.course().asked() && leg.end() != LegEnd.TRIAGED) {
        chains.computeIfAbsent(leg.chain().chainId(), _ -> new ArrayList<>()).add(leg);
      }
    }
    return chains;
  }

  /**
   * The chains in which a household went back and forth (行き来), each with the time it did so first:
   * a later leg led to an agency that had it before, or was sent back. A single leg that is sent
   * back is a 差戻し and nothing more.
   */
  public static Map<ReferralId, Instant> pingPong(CaseFacts facts) {
    Map<ReferralId, Instant> found =
        new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
    of(facts)
        .forEach(
            (chain, legs) -> {
              if (legs.size() > 1) {
                firstReturn(legs, found, chain);
              }
            });
    return found;
  }

  private static void firstReturn(
      List<Leg> legs, Map<ReferralId, Instant> found, ReferralId chain) {
    Set<AgencyId> visited = new HashSet<>();
    for (Leg leg : legs) {
      visited.add(leg.sender());
      if (visited.contains(leg.receiver()) && !leg.receiver().equals(AgencyId.WITHHELD)) {
        found.putIfAbsent(chain, leg.sentAt());
      }
      visited.add(leg.receiver());
      if (!leg.equals(legs.getFirst()) && leg.end() == LegEnd.SENT_BACK) {
        found.putIfAbsent(chain, Objects.requireNonNullElse(leg.at(Step.ENDED), leg.sentAt()));
      }
    }
  }
}
