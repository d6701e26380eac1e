package jp.tsunagu.scheduler.body;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** When something about a meeting happens: its closing, its publishing, its reminder. */
public sealed interface Moment {

  /** At this moment. */
  record At(Instant instant) implements Moment {}

  /**
   * A day it hangs on is closed and the desk has not said yet.
   *
   * @param ruleDay the closed day that waits for the desk
   */
  record Undecided(LocalDate ruleDay) implements Moment {}

  /**
   * The body knows no such moment: whoever calls the meeting settles it (事案ごと), or there is none.
   */
  record None() implements Moment {}

  /** The instant, if there is one. */
  default Optional<Instant> known() {
    return switch (this) {
      case At at -> Optional.of(at.instant());
      case Undecided _, None _ -> Optional.empty();
    };
  }
}
