package jp.tsunagu.connector.command;

import jp.tsunagu.connector.outbox.Wish;
import org.jspecify.annotations.Nullable;

/** Makes a command of a form without problems. */
@FunctionalInterface
public interface Maker {

  /** The command; none where what is wrong was noted instead. */
  @Nullable Wish make(Making on);
}
