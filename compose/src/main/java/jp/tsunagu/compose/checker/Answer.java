package jp.tsunagu.compose.checker;

/** What a client was told of a request. */
public sealed interface Answer {
  /**
   * It was taken: from now on it may not be lost.
   *
   * @param referralId by which everybody knows what came of it
   */
  record Ok(String referralId) implements Answer {}

  /**
   * It was not taken, and never may be.
   *
   * @param code of the answer's problem
   */
  record Refused(String code) implements Answer {}

  /**
   * There was no answer, or one that says nothing of what came of it.
   *
   * @param why without a word of what was sent
   */
  record Unknown(String why) implements Answer {}
}
