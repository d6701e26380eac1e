package jp.tsunagu.compose.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import jp.tsunagu.contract.lifecycle.EventHeader;
import org.jspecify.annotations.Nullable;

/**
 * How long what lasted, by the clocks of sender and gateway.
 *
 * @param longestGap during which no referral took effect, while clients went on; none where those
 *     clocks went wrong
 * @param longestWait of a referral from its being taken until it took effect; none as above
 * @param took all of it, by this process's clock
 */
record Times(@Nullable Duration longestGap, @Nullable Duration longestWait, Duration took) {

  /**
   * As these referrals tell.
   *
   * @param since when clients sent
   */
  static Times of(List<EventHeader> sent, Instant since, Duration took) {
    return new Times(gap(sent, since), wait(sent), took);
  }

  /** Where nobody can tell but how long all of it took. */
  static Times of(Duration took) {
    return new Times(null, null, took);
  }

  private static Duration wait(List<EventHeader> sent) {
    return sent.stream()
        .map(header -> Duration.between(header.occurredAt(), header.recordedAt()))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static Duration gap(List<EventHeader> sent, Instant since) {
    var longest = Duration.ZERO;
    var last = since;
    for (var moment : sent.stream().map(EventHeader::recordedAt).sorted().toList()) {
      var gap = Duration.between(last, moment);
      longest = gap.compareTo(longest) > 0 ? gap : longest;
      last = moment;
    }
    return longest;
  }
}
