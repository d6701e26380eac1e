package jp.tsunagu.stats.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.stats.figure.GuardedTable;
import jp.tsunagu.stats.table.Combination;
import jp.tsunagu.stats.table.ConsultationTable;
import jp.tsunagu.stats.table.CountedCase.Column;
import org.jspecify.annotations.Nullable;

/**
 * 相談の種類 of one combination of fields in this fiscal year, as others get it.
 *
 * @param fiscalYear the year in which it begins
 * @param fields codes in the order of the table; empty for the whole
 * @param label what a person reads
 * @param newCases none where it is held back, as the others
 * @param suppressed a small number, or one that would give it away, is held back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublishedConsultations(
    int fiscalYear,
    List<String> fields,
    String label,
    @Nullable Long newCases,
    @Nullable Long carriedOver,
    @Nullable Long reopened,
    boolean suppressed) {

  private static final String WHOLE = "all";

  PublishedConsultations {
    fields = List.copyOf(fields);
  }

  /** By the codes of the fields, such as {@code ELDERLY_CARE+DISABILITY}: all 31, and the whole. */
  static SortedMap<String, PublishedConsultations> of(ConsultationTable table) {
    Map<String, Map<String, Long>> numbers = new HashMap<>();
    for (ConsultationTable.Row row : table.rows()) {
      numbers.put(
          code(row.combination()),
          Stream.of(Column.values())
              .collect(Collectors.toMap(Column::name, column -> (long) row.count(column))));
    }
    GuardedTable guarded = GuardedTable.ofSmall(numbers).rowsAddUp(numbers.keySet());
    SortedMap<String, PublishedConsultations> records = new TreeMap<>();
    records.put(WHOLE, whole(table));
    for (ConsultationTable.Row row : table.rows()) {
      String code = code(row.combination());
      records.put(
          code,
          new PublishedConsultations(
              table.year().startYear(),
              fields(row.combination()),
              row.combination().label(),
              guarded.shown(code, Column.NEW.name()),
              guarded.shown(code, Column.CARRIED_OVER.name()),
              guarded.shown(code, Column.REOPENED.name()),
              guarded.isSuppressed(code)));
    }
    return records;
  }

  private static PublishedConsultations whole(ConsultationTable table) {
    return new PublishedConsultations(
        table.year().startYear(),
        List.of(),
        "計",
        (long) table.total(Column.NEW),
        (long) table.total(Column.CARRIED_OVER),
        (long) table.total(Column.REOPENED),
        false);
  }

  private static List<String> fields(Combination combination) {
    return combination.fields().stream().sorted().map(Enum::name).toList();
  }

  private static String code(Combination combination) {
    return String.join("+", fields(combination));
  }
}
