package jp.tsunagu.stats.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.CaseName;
import jp.tsunagu.stats.table.CountedCase.Column;

/**
 * 立川市 相談の種類: the consultations of a fiscal year by combination of fields, new, carried over and
 * reopened apart; every number with the cases behind it.
 *
 * @param rows all 31 combinations, the 26 printed ones first and in their order
 * @param excluded the cases that do not count, each with its reason
 */
public record ConsultationTable(FiscalYear year, List<Row> rows, List<CountedCase.Out> excluded) {

  public ConsultationTable {
    rows = List.copyOf(rows);
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
      Iterable<CaseFacts> published, CountingRules rules, FiscalYear year, Instant asOf) {
    Map<Combination, Map<Column, List<CaseName>>> counted = new HashMap<>();
    List<CountedCase.Out> excluded = new ArrayList<>();
    for (CaseFacts facts : published) {
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
    return new ConsultationTable(year, rows, excluded);
  }

  /** All cases of a column. */
  public int total(Column column) {
    return rows.stream().mapToInt(row -> row.count(column)).sum();
  }
}
