package jp.tsunagu.scheduler.figures;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.lifecycle.SessionKind;

/**
 * The figures of one kind of conference over a period.
 *
 * @param meetings held, by how they came about (定例・臨時・事案ごと・緊急); 0 where there was none, {@code
 *     UNKNOWN} only where there was one
 * @param cases 検討実件数: different cases
 * @param hearings 延べ件数: a case counts once in every meeting that dealt with it
 * @param participants 参加機関のべ by field: an agency counts once in every meeting it took part in
 */
public record ConferenceFigures(
    Map<SessionKind, Integer> meetings,
    int cases,
    int hearings,
    Map<StatisticsField, Integer> participants) {

  /** Keeps complete copies in the order of the kinds and fields. */
  public ConferenceFigures {
    meetings = complete(SessionKind.class, meetings);
    participants = complete(StatisticsField.class, participants);
  }

  /** Meetings held, however they came about. */
  public int held() {
    return meetings.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** As cities publish it, such as 7件(10件). */
  public String casesLabel() {
    return cases + "件(" + hearings + "件)";
  }

  private static <K extends Enum<K>> Map<K, Integer> complete(
      Class<K> kinds, Map<K, Integer> counts) {
    Map<K, Integer> all = new EnumMap<>(kinds);
    for (K kind : kinds.getEnumConstants()) {
      if (counts.containsKey(kind) || !(kind instanceof GrowingCode code) || code.isKnown()) {
        all.put(kind, counts.getOrDefault(kind, 0));
      }
    }
    return Collections.unmodifiableMap(all);
  }
}
