package jp.tsunagu.stats.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.Leg;

/** Everything one case adds to all figures; a named function for each group of figures. */
public final class Contributions {

  private Contributions() {}

  /** Everything this case adds. */
  public static List<Contribution> of(CaseFacts facts, AgencyId desk) {
    return of(facts.asPublished(desk), _ -> true);
  }

  /** What a change of the facts adds, and, with a number below zero, what it takes away. */
  static Map<Contribution, Integer> ofChange(CaseFacts before, CaseFacts after, AgencyId desk) {
    CaseFacts old = before.asPublished(desk);
    CaseFacts now = after.asPublished(desk);
    boolean sameArea = Objects.equals(old.area(), now.area());
    Map<Contribution, Integer> change = new HashMap<>();
    of(now, leg -> !(sameArea && isIn(old, leg)))
        .forEach(one -> change.merge(one, 1, Contributions::sumUnlessZero));
    of(old, leg -> !(sameArea && isIn(now, leg)))
        .forEach(one -> change.merge(one, -1, Contributions::sumUnlessZero));
    return change;
  }

  private static List<Contribution> of(CaseFacts facts, Predicate<Leg> legs) {
    List<Contribution> all = new ArrayList<>();
    Consumer<Contribution> sink =
        facts.everProtected() ? one -> all.add(new Contribution.Protected(one)) : all::add;
    List<Hold> holds = Holds.of(facts);
    Caseload.add(facts, holds, sink);
    OpenedAndClosed.add(facts, holds, sink);
    Answers.add(facts, legs, sink);
    Outcomes.add(facts, legs, sink);
    Times.add(facts, legs, sink);
    return all;
  }

  /** The very same leg, untouched by the event: most are, and need not be looked at again. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isIn(CaseFacts facts, Leg leg) {
    for (Leg one : facts.legs()) {
      if (one == leg) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("NullAway") // null takes the entry out of the map
  private static Integer sumUnlessZero(Integer one, Integer other) {
    int sum = one + other;
    return sum == 0 ? null : sum;
  }
}
