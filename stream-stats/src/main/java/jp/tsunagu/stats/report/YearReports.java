package jp.tsunagu.stats.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.wording.Heading;
import jp.tsunagu.stats.fact.Coordinated;
import jp.tsunagu.stats.table.ReviewTable;

/** What a city looks back with at its year. */
public final class YearReports {

  private static final String WITHOUT_PROTECTED = "保護案件は入りません。";

  private YearReports() {}

  /** 江戸川区's 振り返り, with room to write. */
  public static Report review(ReviewTable table, Labels labels) {
    List<List<Object>> rows = new ArrayList<>();
    for (ReviewTable.Line line : table.lines()) {
      rows.add(
          List.of(
              line.name().writtenNumber(),
              line.name().id().toString(),
              line.fields().stream().sorted().map(Field::label).collect(Collectors.joining("、")),
              (long) line.meetings(),
              line.decided() == null ? "" : line.decided().label(),
              result(line, table.year()),
              line.lacking().stream().map(labels::resource).collect(Collectors.joining("、")),
              line.owesReport() ? "報告書が出ていない" : "",
              ""));
    }
    return new Report(
            "review",
            "振り返り " + year(table.year()),
            Report.columns(
                "caseNumber",
                "案件番号",
                "caseId",
                "案件ID",
                "fields",
                Heading.FIELD.label(),
                "meetings",
                "会議の回数",
                "decided",
                "最後の会議の決定",
                "result",
                "多機関協働の結果",
                "lacking",
                "課題(" + Heading.MISSING_RESOURCE.label() + ")",
                "reportsOwed",
                "課題(手続き)",
                "entry",
                "振り返り(記入)"),
            rows)
        .noting("会議で扱った案件と、多機関協働をした案件です。" + WITHOUT_PROTECTED);
  }

  private static String result(ReviewTable.Line line, FiscalYear year) {
    Coordinated coordinated = line.coordinated();
    if (coordinated == null) {
      return "";
    }
    if (!line.hasEnded(year)) {
      return ItemOutcome.CONTINUED.label();
    }
    ClosingGround ground = coordinated.ground();
    String ended = FlowStep.CLOSING.label();
    return ground == null ? ended : ended + "(" + ground.label() + ")";
  }

  /** 和暦 with the western year. */
  static String year(FiscalYear year) {
    return year.label() + "(" + year.startYear() + "年度)";
  }
}
