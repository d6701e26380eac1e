package jp.tsunagu.connector.command;

import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.wording.Coded;

/** What reading a form about a case or referral gave. */
public sealed interface CommandReading {

  /** What can become of a form that names in itself what it is about. */
  sealed interface Filed extends CommandReading {}

  /**
   * A command to be stored.
   *
   * @param ids what was made, as the caller is told: {@code caseId}, {@code referralId} …
   */
  record Ready(Wish wish, Map<String, Object> ids) implements Filed {}

  /** What it is about does not exist for this agency. */
  record NotFound() implements CommandReading {}

  /**
   * Two cases have the number it names.
   *
   * @param choices the cases it could be
   */
  record Several(List<Coded> choices) implements CommandReading {
    /** Keeps an unmodifiable copy. */
    public Several {
      choices = List.copyOf(choices);
    }
  }

  /** It depends on what was seen, and nothing was named. */
  record SeenMissing() implements CommandReading {}

  /** Somebody else was first. */
  record Stale() implements CommandReading {}

  /**
   * A referral of the case to the same agency is still open, and nobody confirmed a second one.
   *
   * @param open the one that is
   */
  record StillOpen(ReferralId open) implements Filed {}

  /** It has to be corrected. */
  record Unusable(List<FieldProblem> problems) implements Filed {
    /** Keeps an unmodifiable copy. */
    public Unusable {
      problems = List.copyOf(problems);
    }
  }
}
