package jp.tsunagu.stats.fact;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.MeetingRequestId;

/**
 * What meetings dealt with in a case, and what waits for one.
 *
 * @param sittings what meetings dealt with, in that order
 * @param gaps 不足した社会資源, in that order
 * @param plans when a meeting confirmed a plan (プラン確認・支援決定), in that order
 * @param unscreened items of meetings that wait for screening: while there are any, screening is
 *     about them and not about 多機関協働
 */
public record MeetingFacts(
    List<Sitting> sittings,
    List<ResourceGap> gaps,
    List<Instant> plans,
    Set<MeetingRequestId> unscreened) {

  /** Keeps copies. */
  public MeetingFacts {
    sittings = List.copyOf(sittings);
    gaps = List.copyOf(gaps);
    plans = List.copyOf(plans);
    unscreened = Set.copyOf(unscreened);
  }
}
