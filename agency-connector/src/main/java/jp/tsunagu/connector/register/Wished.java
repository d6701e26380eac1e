package jp.tsunagu.connector.register;

import java.util.UUID;
import jp.tsunagu.runtime.problem.Problem;

/** What became of a wish about the register. */
public sealed interface Wished<T> {

  /** It is so; this is how what it was about stands now. */
  record Done<T>(T now) implements Wished<T> {}

  /** It is stored and will be sent; the network has not answered yet. */
  record Sent<T>(UUID about) implements Wished<T> {}

  /** It is not done. */
  record Refused<T>(Problem problem) implements Wished<T> {}
}
