package jp.tsunagu.contract.lifecycle;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;

/**
 * A household is led back and forth (行き来): a later leg of its chain leads to an agency that had it
 * before, or is sent back. A single leg that is sent back is a 差戻し and nothing more.
 */
public final class BackAndForth {

  private BackAndForth() {}

  /**
   * One leg of a chain.
   *
   * @param receiver whoever is withheld is nobody's that had it before
   * @param sentBack whether it ended by 差戻し
   */
  public record Hop(AgencyId sender, AgencyId receiver, boolean sentBack) {

    private static Hop of(Referral leg) {
      return new Hop(leg.sender(), leg.receiver(), leg.stage() instanceof Stage.SentBack);
    }
  }

  /**
   * Where it came back first.
   *
   * @param hop its place in the chain, from 0
   * @param led whether that leg led back by itself; else it was sent back
   */
  public record Return(int hop, boolean led) {}

  /** The first time in this chain, whose legs stand in the order of sending. */
  public static Optional<Return> first(List<Hop> chain) {
    Set<AgencyId> visited = new HashSet<>();
    for (int at = 0; at < chain.size(); at++) {
      Hop hop = chain.get(at);
      visited.add(hop.sender());
      if (chain.size() > 1
          && visited.contains(hop.receiver())
          && !hop.receiver().equals(AgencyId.WITHHELD)) {
        return Optional.of(new Return(at, true));
      }
      if (at > 0 && hop.sentBack()) {
        return Optional.of(new Return(at, false));
      }
      visited.add(hop.receiver());
    }
    return Optional.empty();
  }

  /** Whether it is so in a chain of this case, as far as the case shows it to its reader. */
  public static boolean isSeen(CaseState state) {
    return state.referrals().stream().anyMatch(leg -> isSeen(state, leg));
  }

  /** Whether it is so in the chain of this leg, as far as the case shows it to its reader. */
  public static boolean isSeen(CaseState state, Referral leg) {
    ReferralId chain = leg.chain().chainId();
    return first(
            state.referrals().stream()
                .filter(one -> one.chain().chainId().equals(chain))
                .map(Hop::of)
                .toList())
        .isPresent();
  }
}
