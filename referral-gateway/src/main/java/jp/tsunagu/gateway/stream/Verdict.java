package jp.tsunagu.gateway.stream;

import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandRefused;

/** What became of a command, before anything of it is written. */
sealed interface Verdict {

  /** It takes effect. */
  record Effective(CommandAccepted answer, Change change) implements Verdict {}

  /** It has no effect. */
  record Refused(CommandRefused answer) implements Verdict {}
}
