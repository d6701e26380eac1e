package jp.tsunagu.compose.checker;

import org.jspecify.annotations.Nullable;

/**
 * One thing a client wanted done, under one key: a referral of a case to an agency.
 *
 * @param number of this run, in the order in which the attempts began
 * @param first what it was told
 * @param repeated what it was told when it asked once more with the same key; none where it did not
 */
public record Attempt(
    int number, String caseId, String receiver, Answer first, @Nullable Answer repeated) {

  /** What it knows in the end. */
  public Answer last() {
    return repeated == null ? first : repeated;
  }

  /** The same, with what it was told when it asked once more. */
  public Attempt repeated(Answer answer) {
    return new Attempt(number, caseId, receiver, first, answer);
  }

  @Override
  public String toString() {
    return "attempt " + number + " (" + caseId + " to " + receiver + ")";
  }
}
