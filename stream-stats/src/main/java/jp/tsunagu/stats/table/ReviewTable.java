package jp.tsunagu.stats.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.CaseName;
import jp.tsunagu.stats.fact.Coordinated;
import jp.tsunagu.stats.fact.Coordinated.CoordinationStep;
import jp.tsunagu.stats.fact.Reception;
import jp.tsunagu.stats.fact.ResourceGap;
import jp.tsunagu.stats.fact.Sitting;
import org.jspecify.annotations.Nullable;

/**
 * 江戸川区's 振り返り of a fiscal year: every case that a meeting dealt with in it, or that was coordinated
 * in it, with its result and what was missing. Protected cases are not in it.
 *
 * @param lines in the order in which the cases were received
 */
public record ReviewTable(FiscalYear year, List<Line> lines) {

  /** Keeps an unmodifiable copy. */
  public ReviewTable {
    lines = List.copyOf(lines);
  }

  /**
   * A case.
   *
   * @param meetings that dealt with it in the year
   * @param decided what the last of them that decided something did; none where none did
   * @param coordinated the last coordination of the year; none where there was none
   * @param lacking codes of 不足した社会資源 that were recorded in the year
   * @param owesReport whether a 報告書 of one of the meetings is owed after its time
   */
  public record Line(
      CaseName name,
      Set<Field> fields,
      int meetings,
      @Nullable ItemOutcome decided,
      @Nullable Coordinated coordinated,
      Set<String> lacking,
      boolean owesReport) {

    /** Whether its coordination had ended by the end of the year. */
    public boolean hasEnded(FiscalYear year) {
      Instant ended = coordinated == null ? null : coordinated.at(CoordinationStep.ENDED);
      return ended != null && ended.isBefore(year.next().begins());
    }
  }

  /** The cases of this year. */
  public static ReviewTable of(Iterable<CaseFacts> all, FiscalYear year) {
    List<CaseFacts> dealtWith = new ArrayList<>();
    for (CaseFacts facts : all) {
      if (!facts.everProtected() && isDealtWith(facts, year)) {
        dealtWith.add(facts);
      }
    }
    dealtWith.sort(
        Comparator.comparing(ReviewTable::received)
            .thenComparing(facts -> facts.caseId().toString()));
    return new ReviewTable(year, dealtWith.stream().map(facts -> line(facts, year)).toList());
  }

  private static boolean isDealtWith(CaseFacts facts, FiscalYear year) {
    return sittings(facts, year).findAny().isPresent()
        || coordinations(facts, year).findAny().isPresent();
  }

  private static Instant received(CaseFacts facts) {
    Reception reception = facts.reception();
    return reception == null ? Instant.EPOCH : reception.support().from();
  }

  private static Stream<Sitting> sittings(CaseFacts facts, FiscalYear year) {
    return facts.meetings().sittings().stream().filter(one -> year.contains(one.heldAt()));
  }

  /** Those that were accepted before the end of the year and had not ended before it. */
  private static Stream<Coordinated> coordinations(CaseFacts facts, FiscalYear year) {
    return facts.coordinations().stream()
        .filter(
            one -> {
              Instant accepted = one.at(CoordinationStep.ACCEPTED);
              Instant ended = one.at(CoordinationStep.ENDED);
              return accepted != null
                  && accepted.isBefore(year.next().begins())
                  && (ended == null || !ended.isBefore(year.begins()));
            });
  }

  private static Line line(CaseFacts facts, FiscalYear year) {
    List<Sitting> held = sittings(facts, year).toList();
    Reception reception = facts.reception();
    return new Line(
        facts.name(),
        reception == null ? Set.of() : reception.settledFields(),
        held.size(),
        held.stream()
            .map(Sitting::outcome)
            .filter(outcome -> outcome != null)
            .reduce((_, later) -> later)
            .orElse(null),
        coordinations(facts, year).reduce((_, later) -> later).orElse(null),
        facts.meetings().gaps().stream()
            .filter(gap -> year.contains(gap.recordedOn()))
            .map(ResourceGap::resource)
            .collect(Collectors.toCollection(TreeSet::new)),
        held.stream().anyMatch(Sitting::owesReport));
  }
}
