package jp.tsunagu.stats.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.BackAndForth;
import jp.tsunagu.contract.lifecycle.BackAndForth.Hop;
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

  /** The chains in which a household went back and forth, each with the time it did so first. */
  public static Map<ReferralId, Instant> pingPong(CaseFacts facts) {
    Map<ReferralId, Instant> found =
        new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
    of(facts)
        .forEach(
            (chain, legs) ->
                BackAndForth.first(legs.stream().map(Chains::hop).toList())
                    .ifPresent(first -> found.put(chain, time(legs.get(first.hop()), first))));
    return found;
  }

  private static Hop hop(Leg leg) {
    return new Hop(leg.sender(), leg.receiver(), leg.end() == LegEnd.SENT_BACK);
  }

  private static Instant time(Leg leg, BackAndForth.Return first) {
    Instant ended = leg.at(Step.ENDED);
    return first.led() || ended == null ? leg.sentAt() : ended;
  }
}
