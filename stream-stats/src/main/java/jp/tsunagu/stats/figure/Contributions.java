package jp.tsunagu.stats.figure;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.Leg;

/** Everything one case adds to all figures; a named function for each group of figures. */
public final class Contributions {

  private Contributions() {}

  /** Takes in what is added: 1 to a cell, because of this case or referral. */
  @FunctionalInterface
  public interface Sink {
    /** One more in this cell of this bucket. */
    void add(BucketKey key, Cell cell, UUID subject);
  }

  /** Takes in what changes in a cell: 1 more or 1 less. */
  @FunctionalInterface
  interface ChangeSink {
    void add(BucketKey key, Cell cell, long number);
  }

  /** Gives everything this case adds. */
  public static void of(CaseFacts facts, FigureRules rules, Sink sink) {
    add(facts.asPublished(rules.desk()), rules, _ -> true, sink);
  }

  /** Takes away what the case added before and adds anew; what both have may be left out. */
  static void ofChange(CaseFacts before, CaseFacts after, FigureRules rules, ChangeSink sink) {
    CaseFacts old = before.asPublished(rules.desk());
    CaseFacts now = after.asPublished(rules.desk());
    Predicate<Leg> moved =
        Objects.equals(old.area(), now.area()) ? new UnlikeIn(old, now) : _ -> true;
    add(old, rules, moved, (key, cell, _) -> sink.add(key, cell, -1));
    add(now, rules, moved, (key, cell, _) -> sink.add(key, cell, 1));
  }

  private static void add(CaseFacts facts, FigureRules rules, Predicate<Leg> legs, Sink sink) {
    Caseload.add(facts, sink);
    OpenedAndClosed.add(facts, sink);
    Answers.add(facts, legs, sink);
    Outcomes.add(facts, legs, sink);
    Times.add(facts, legs, rules.workingTime(), sink);
  }

  /** Legs that are not the very same in both: an event changes one leg of many. */
  private record UnlikeIn(CaseFacts old, CaseFacts now) implements Predicate<Leg> {
    @Override
    public boolean test(Leg leg) {
      return !(isIn(old, leg) && isIn(now, leg));
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isIn(CaseFacts facts, Leg leg) {
      for (Leg one : facts.legs()) {
        if (one == leg) {
          return true;
        }
      }
      return false;
    }
  }
}
