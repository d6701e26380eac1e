package jp.tsunagu.stats.table;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.CaseName;
import jp.tsunagu.stats.fact.Reception;
import jp.tsunagu.stats.fact.Span;
import jp.tsunagu.stats.figure.Hold;
import jp.tsunagu.stats.figure.Holds;
import jp.tsunagu.stats.table.CountingRules.FieldsCounted;

/** How one case counts in the table of one fiscal year: in one row, or not at all with a reason. */
public sealed interface CountedCase {

  /** The case it is about. */
  CaseName caseName();

  /** It stands in this column of this row; where it is protected nobody may find out in which. */
  record In(CaseName caseName, Column column, Combination combination, boolean isProtected)
      implements CountedCase {}

  /** It stands in no row. */
  record Out(CaseName caseName, Reason reason) implements CountedCase {}

  /** The columns, kept apart. */
  enum Column {
    NEW(ReceptionKind.NEW.label()),
    CARRIED_OVER("前年度からの継続"),
    REOPENED("再開");

    private final String label;

    Column(String label) {
      this.label = label;
    }

    /** What a person reads. */
    public String label() {
      return label;
    }
  }

  /** Why a case does not count. */
  enum Reason {
    NOT_RECEIVED_BY_COUNTED_AGENCY("数える機関が受けていない"),
    AGENCY_WITHHELD("保護案件のため、受けた機関が分からない"),
    NO_RECEPTION("受付の記録がない"),
    LATER_YEAR("後の年度に受けた"),
    ENDED_BEFORE("前の年度までに終わった");

    private final String label;

    Reason(String label) {
      this.label = label;
    }

    /** What a person reads. */
    public String label() {
      return label;
    }
  }

  /**
   * Counts a case.
   *
   * @param asOf nothing is carried over into a year that has not begun by then
   */
  static CountedCase of(CaseFacts facts, CountingRules rules, FiscalYear year, Instant asOf) {
    List<Hold> holds = Holds.of(facts);
    List<Span> spans =
        Span.union(
            holds.stream()
                .filter(hold -> rules.countedAgencies().contains(hold.holder()))
                .map(Hold::span)
                .toList());
    Reception reception = facts.reception();
    if (reception == null) {
      return new Out(facts.name(), Reason.NO_RECEPTION);
    }
    if (spans.isEmpty()) {
      return new Out(facts.name(), notReceived(holds));
    }
    return column(facts, reception, spans, rules, year, asOf);
  }

  private static Reason notReceived(List<Hold> holds) {
    return holds.stream().anyMatch(hold -> hold.holder().equals(AgencyId.WITHHELD))
        ? Reason.AGENCY_WITHHELD
        : Reason.NOT_RECEIVED_BY_COUNTED_AGENCY;
  }

  private static CountedCase column(
      CaseFacts facts,
      Reception reception,
      List<Span> spans,
      CountingRules rules,
      FiscalYear year,
      Instant asOf) {
    Instant first = spans.getFirst().from();
    Set<Field> fields =
        rules.fieldsCounted() == FieldsCounted.AT_RECEPTION
            ? reception.fieldsAt(first)
            : reception.settledFields();
    Combination row = new Combination(fields);
    if (year.contains(first)) {
      boolean fromPaper = reception.kind() == ReceptionKind.CARRIED_OVER;
      return in(facts, fromPaper ? Column.CARRIED_OVER : Column.NEW, row);
    }
    if (year.begins().isBefore(first)) {
      return new Out(facts.name(), Reason.LATER_YEAR);
    }
    if (!year.begins().isAfter(asOf) && spans.stream().anyMatch(span -> span.isCarriedInto(year))) {
      return in(facts, Column.CARRIED_OVER, row);
    }
    return spans.stream().anyMatch(span -> year.contains(span.from()))
        ? in(facts, reopened(rules), row)
        : new Out(facts.name(), Reason.ENDED_BEFORE);
  }

  private static In in(CaseFacts facts, Column column, Combination row) {
    return new In(facts.name(), column, row, facts.everProtected());
  }

  private static Column reopened(CountingRules rules) {
    return switch (rules.reopenedAs()) {
      case REOPENED -> Column.REOPENED;
      case NEW -> Column.NEW;
      case CARRIED_OVER -> Column.CARRIED_OVER;
    };
  }
}
