package jp.tsunagu.stats.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.CaseName;
import jp.tsunagu.stats.fact.ResourceGap;
import org.jspecify.annotations.Nullable;

/** 不足した社会資源 as a register of what the area lacks (地域課題). */
public record GapRegister(List<Entry> entries) {

  public GapRegister {
    entries = List.copyOf(entries);
  }

  /**
   * One time that a resource was missing.
   *
   * @param caseName none where the case is or was protected
   */
  public record Entry(String resource, LocalDate recordedOn, @Nullable CaseName caseName) {}

  /** What these cases lacked in a period, both days included, Asia/Tokyo; oldest first. */
  public static GapRegister of(Iterable<CaseFacts> all, LocalDate from, LocalDate until) {
    List<Entry> entries = new ArrayList<>();
    for (CaseFacts facts : all) {
      for (ResourceGap gap : facts.meetings().gaps()) {
        LocalDate date = TokyoTime.dateOf(gap.recordedOn());
        if (!date.isBefore(from) && !date.isAfter(until)) {
          entries.add(new Entry(gap.resource(), date, facts.everProtected() ? null : facts.name()));
        }
      }
    }
    entries.sort(Comparator.comparing(Entry::recordedOn).thenComparing(Entry::resource));
    return new GapRegister(entries);
  }

  /** How often each resource was missing. */
  public Map<String, Long> counts() {
    return entries.stream()
        .collect(Collectors.groupingBy(Entry::resource, TreeMap::new, Collectors.counting()));
  }
}
