package jp.tsunagu.scheduler.meeting;

import java.util.Optional;
import java.util.function.Supplier;
import jp.tsunagu.contract.meeting.MeetingRefusal;

/** How rules are put together: the first objection counts. */
final class Objections {

  private Objections() {}

  @SafeVarargs
  static Optional<MeetingRefusal> first(Supplier<Optional<MeetingRefusal>>... rules) {
    for (Supplier<Optional<MeetingRefusal>> rule : rules) {
      Optional<MeetingRefusal> refusal = rule.get();
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  static Optional<MeetingRefusal> unless(boolean fine, MeetingRefusal refusal) {
    return fine ? Optional.empty() : Optional.of(refusal);
  }
}
