package jp.tsunagu.violations.core;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagu.violations.edge.PrintingHelper;

/** Asks clock, chance and the edge. */
public class ImpureDecision {
  /** Returns something else every time. */
  public String decide(PrintingHelper edge, Clock clock) {
    return UUID.randomUUID().toString() + Instant.now(clock) + edge;
  }
}
