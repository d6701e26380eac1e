package jp.tsunagu.contract.topic;

import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long a topic keeps its records. */
public sealed interface Retention {
  /** Every record, for ever. */
  record Forever() implements Retention {}

  /** Every record for this many days of 24 hours after it was appended; at least 1. */
  record Days(int days) implements Retention {
    /** Checks the number. */
    public Days {
      if (days < 1) {
        throw new IllegalArgumentException("a topic keeps its records for one day at least");
      }
    }
  }

  /** The last record of every key, for ever. */
  record Compacted() implements Retention {}

  /** How tables call it. */
  default String label() {
    return switch (this) {
      case Forever _ -> "for ever";
      case Days kept -> kept.days() + " days";
      case Compacted _ -> "compacted";
    };
  }

  /** The topic settings of the broker. */
  default Map<String, String> configuration() {
    return switch (this) {
      case Forever _ -> Map.of("cleanup.policy", "delete", "retention.ms", "-1");
      case Days kept ->
          Map.of(
              "cleanup.policy",
              "delete",
              "retention.ms",
              Long.toString(TimeUnit.DAYS.toMillis(kept.days())));
      // Small segments and a low dirty ratio: whoever starts reads little more than the last state.
      case Compacted _ ->
          Map.of(
              "cleanup.policy",
              "compact",
              "segment.bytes",
              "16777216",
              "min.cleanable.dirty.ratio",
              "0.1");
    };
  }
}
