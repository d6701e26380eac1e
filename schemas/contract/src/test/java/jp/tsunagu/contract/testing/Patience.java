package jp.tsunagu.contract.testing;

import java.time.Duration;

/** How long a test waits for what comes by itself, before it says that it does not come. */
public final class Patience {

  /** As long as anything may take on a machine that is busy with much else. */
  public static final Duration SOON = Duration.ofMinutes(2);

  private Patience() {}
}
