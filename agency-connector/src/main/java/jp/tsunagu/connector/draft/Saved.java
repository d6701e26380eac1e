package jp.tsunagu.connector.draft;

import java.time.Instant;

/** What became of saving a draft. */
public sealed interface Saved {

  /** It is kept. */
  record Kept(Instant at) implements Saved {}

  /** This person has so many already; nothing was saved, and none of them was touched. */
  record TooMany(int most) implements Saved {}

  /** It is longer than is kept; what was saved before stays. */
  record TooLong() implements Saved {}

  /** It was sent, or is not this person's: the key is used up. */
  record Gone() implements Saved {}
}
