package jp.tsunagu.stats.table;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.stats.fact.CaseFacts;

/** 不足した社会資源 as a register of what the area lacks (地域課題). */
public record GapRegister(List<Entry> entries) {

  public GapRegister {
    entries = List.copyOf(entries);
  }

  /** One time that a resource was missing. */
  public record Entry(String resource, LocalDate recordedOn, CaseId caseId) {}

  /** What these cases lacked in a period, both days included, Asia/Tokyo; oldest first. */
  public static GapRegister of(Collection<CaseFacts> published, LocalDate from, LocalDate until) {
    return new GapRegister(
        published.stream()
            .flatMap(
                facts ->
                    facts.gaps().stream()
                        .map(
                            gap ->
                                new Entry(
                                    gap.resource(),
                                    TokyoTime.dateOf(gap.recordedOn()),
                                    facts.caseId())))
            .filter(entry -> !entry.recordedOn().isBefore(from))
            .filter(entry -> !entry.recordedOn().isAfter(until))
            .sorted(Comparator.comparing(Entry::recordedOn).thenComparing(Entry::resource))
            .toList());
  }

  /** How often each resource was missing. */
  public Map<String, Long> counts() {
    return entries.stream()
        .collect(Collectors.groupingBy(Entry::resource, TreeMap::new, Collectors.counting()));
  }
}
