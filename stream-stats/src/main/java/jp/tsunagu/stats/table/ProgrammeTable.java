package jp.tsunagu.stats.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.Coordinated.CoordinationStep;
import jp.tsunagu.stats.fact.Reception;
import jp.tsunagu.stats.figure.Hold;
import jp.tsunagu.stats.figure.Hold.HeldAs;
import jp.tsunagu.stats.figure.Holds;

/**
 * Cases per 第1号 to 第6号 of a fiscal year, and the consultations of the 総合相談窓口 by who pointed there
 * (紹介元), of these without protected cases. A case counts once under each number, under 第6号 where a
 * meeting confirmed its plan: a bare 支援決定 is none. Under 第2号 and 第4号 it counts where an agency of
 * that number took it on, and where 参加支援 or アウトリーチ began beside it.
 *
 * @param programmes the cases under each number, none missing
 * @param introductions by code; {@code NOT_RECORDED} where nobody asked
 */
public record ProgrammeTable(
    FiscalYear year,
    Map<Programme, List<CaseId>> programmes,
    Map<String, List<CaseId>> introductions) {

  /** Stands for consultations without 紹介元. */
  public static final String NOT_RECORDED = "NOT_RECORDED";

  private static final Set<Programme> BY_HOLDER =
      EnumSet.range(Programme.COMPREHENSIVE_SUPPORT, Programme.OUTREACH);

  /** Counts these cases. */
  public static ProgrammeTable of(Iterable<CaseFacts> all, CountingRules rules, FiscalYear year) {
    Map<Programme, List<CaseId>> programmes = new EnumMap<>(Programme.class);
    GrowingCode.known(Programme.class).forEach(one -> programmes.put(one, new ArrayList<>()));
    Map<String, List<CaseId>> introductions = new TreeMap<>();
    for (CaseFacts facts : all) {
      for (Programme one : programmesOf(facts, rules, year)) {
        Objects.requireNonNull(programmes.get(one)).add(facts.caseId());
      }
      Reception reception = facts.reception();
      if (reception != null
          && !facts.everProtected()
          && rules.windows().contains(reception.receivedBy())
          && year.contains(reception.support().from())) {
        String code = Objects.requireNonNullElse(reception.introducedBy(), NOT_RECORDED);
        introductions.computeIfAbsent(code, _ -> new ArrayList<>()).add(facts.caseId());
      }
    }
    return new ProgrammeTable(year, programmes, introductions);
  }

  private static Set<Programme> programmesOf(
      CaseFacts facts, CountingRules rules, FiscalYear year) {
    Stream<Programme> byAgency =
        Holds.of(facts).stream()
            .filter(hold -> hold.as() != HeldAs.COORDINATION && year.contains(hold.span().from()))
            .map(Hold::holder)
            .flatMap(holder -> rules.programmes().getOrDefault(holder, Set.of()).stream())
            .filter(BY_HOLDER::contains);
    Stream<Programme> beside =
        facts.beside().stream()
            .filter(one -> year.contains(one.span().from()))
            .map(one -> Programme.of(one.kind()))
            .filter(BY_HOLDER::contains);
    Stream<Programme> bySteps =
        Stream.concat(
            reached(facts, CoordinationStep.ACCEPTED, year, Programme.COORDINATION),
            facts.meetings().plans().stream().filter(year::contains).map(_ -> Programme.PLAN));
    return Stream.of(byAgency, beside, bySteps)
        .flatMap(Function.identity())
        .collect(Collectors.toSet());
  }

  private static Stream<Programme> reached(
      CaseFacts facts, CoordinationStep step, FiscalYear year, Programme programme) {
    return facts.coordinations().stream()
        .flatMap(one -> Stream.<Instant>ofNullable(one.at(step)))
        .filter(year::contains)
        .map(_ -> programme);
  }
}
