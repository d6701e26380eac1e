package jp.tsunagu.gateway.stream;

import java.util.Set;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandRefused;

/** What became of a command, before anything of it is written. */
sealed interface Verdict {

  /**
   * It takes effect.
   *
   * @param timers what must be looked at later
   */
  record Effective(CommandAccepted answer, Change change, Set<Timer> timers) implements Verdict {}

  /** It has no effect. */
  record Refused(CommandRefused answer) implements Verdict {}
}
