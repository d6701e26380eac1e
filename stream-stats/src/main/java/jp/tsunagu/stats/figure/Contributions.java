package jp.tsunagu.stats.figure;

import java.util.UUID;
import jp.tsunagu.stats.fact.CaseFacts;

/** Everything one case adds to all figures; a named function for each group of figures. */
public final class Contributions {

  private Contributions() {}

  /** Takes in what is added: 1 to a cell, because of this case or referral. */
  @FunctionalInterface
  public interface Sink {
    /** One more in this cell of this bucket. */
    void add(BucketKey key, Cell cell, UUID subject);
  }

  /** Gives everything this case adds. */
  public static void of(CaseFacts facts, FigureRules rules, Sink sink) {
    CaseFacts published = facts.asPublished(rules.desk());
    Caseload.add(published, sink);
    OpenedAndClosed.add(published, sink);
    Answers.add(published, sink);
    Outcomes.add(published, sink);
    Times.add(published, rules.workingTime(), sink);
  }
}
