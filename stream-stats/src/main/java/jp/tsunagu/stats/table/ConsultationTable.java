package jp.tsunagu.stats.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.CaseName;
import jp.tsunagu.stats.figure.GuardedTable;
import jp.tsunagu.stats.table.CountedCase.Column;

/**
 * 立川市 相談の種類: the consultations of a fiscal year by combination of fields, new, carried over and
 * reopened apart; every number with the cases behind it.
 *
 * @param rows all 31 combinations, the 26 printed ones first and in their order
 * @param excluded the cases that do not count, each with its reason
 * @param secret those that are or were protected: they are in the totals, and nobody is told in
 *     which row
 */
public record ConsultationTable(
    FiscalYear year, List<Row> rows, List<CountedCase.Out> excluded, Set<CaseId> secret) {

  public ConsultationTable {
    rows = List.copyOf(rows);
    secret = Set.copyOf(secret);
    excluded = List.copyOf(excluded);
  }

  /**
   * One row.
   *
   * @param cases by column; a column without cases is empty, never missing
   */
  public record Row(Combination combination, Map<Column, List<CaseName>> cases) {

    public Row {
      EnumMap<Column, List<CaseName>> all = new EnumMap<>(Column.class);
      for (Column column : Column.values()) {
        all.put(column, List.copyOf(cases.getOrDefault(column, List.of())));
      }
      cases = Map.copyOf(all);
    }

    /** How many stand in this column. */
    public int count(Column column) {
      return cases.getOrDefault(column, List.of()).size();
    }
  }

  /** Counts these cases. */
  public static ConsultationTable of(
      Iterable<CaseFacts> all, CountingRules rules, FiscalYear year, Instant asOf) {
    Map<Combination, Map<Column, List<CaseName>>> counted = new HashMap<>();
    List<CountedCase.Out> excluded = new ArrayList<>();
    Set<CaseId> secret = new HashSet<>();
    for (CaseFacts facts : all) {
      if (facts.everProtected()) {
        secret.add(facts.caseId());
      }
      switch (CountedCase.of(facts, rules, year, asOf)) {
        case CountedCase.In in ->
            counted
                .computeIfAbsent(in.combination(), _ -> new EnumMap<>(Column.class))
                .computeIfAbsent(in.column(), _ -> new ArrayList<>())
                .add(in.caseName());
        case CountedCase.Out out -> excluded.add(out);
      }
    }
    List<Row> rows =
        Combination.ALL.stream()
            .map(row -> new Row(row, counted.getOrDefault(row, Map.of())))
            .toList();
    return new ConsultationTable(year, rows, excluded, secret);
  }

  /** Whether nobody may learn where this case stands. */
  public boolean isSecret(CaseName name) {
    return secret.contains(name.id());
  }

  /**
   * The numbers of each row as they may be printed: where a protected case stands, and in as many
   * others as it takes that no subtraction finds it, there is none.
   */
  public GuardedTable printed() {
    Map<String, Map<String, Long>> numbers = new HashMap<>();
    Map<String, Map<String, Long>> hidden = new HashMap<>();
    for (Row row : rows) {
      Map<String, Long> of = new HashMap<>();
      Map<String, Long> secrets = new HashMap<>();
      row.cases()
          .forEach(
              (column, cases) -> {
                of.put(column.name(), (long) cases.size());
                secrets.put(column.name(), cases.stream().filter(this::isSecret).count());
              });
      numbers.put(row.combination().label(), of);
      hidden.put(row.combination().label(), secrets);
    }
    return GuardedTable.ofSecret(numbers, hidden).rowsAddUp(numbers.keySet());
  }

  /** All cases of a column. */
  public int total(Column column) {
    return rows.stream().mapToInt(row -> row.count(column)).sum();
  }
}
