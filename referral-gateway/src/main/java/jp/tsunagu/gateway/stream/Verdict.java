package jp.tsunagu.gateway.stream;

import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.runtime.broker.Outgoing;

/** What became of a command, before anything of it is written. */
sealed interface Verdict {

  /**
   * It takes effect.
   *
   * @param records for ledger, state and inboxes, in this order
   * @param timers what must be looked at later
   */
  record Effective(
      CommandAccepted answer, CaseState after, List<Outgoing> records, Set<Timer> timers)
      implements Verdict {}

  /** It has no effect. */
  record Refused(CommandRefused answer) implements Verdict {}
}
