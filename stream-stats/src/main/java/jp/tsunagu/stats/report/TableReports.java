package jp.tsunagu.stats.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.SideStage;
import jp.tsunagu.contract.lifecycle.TimerKind;
import jp.tsunagu.contract.wording.Heading;
import jp.tsunagu.stats.fact.CaseName;
import jp.tsunagu.stats.figure.GuardedTable;
import jp.tsunagu.stats.table.ConsultationTable;
import jp.tsunagu.stats.table.CountedCase;
import jp.tsunagu.stats.table.CountedCase.Column;
import jp.tsunagu.stats.table.CountingRules;
import jp.tsunagu.stats.table.GapRegister;
import jp.tsunagu.stats.table.MeetingTable;
import jp.tsunagu.stats.table.ProgrammeTable;
import jp.tsunagu.stats.table.SupportTable;

/** The yearly tables as reports, and the cases behind them. */
public final class TableReports {

  private static final String ROWS_HELD_BACK = "保護案件がどの行かを推し量れないよう、行の一部は非公開。計には保護案件も入っている。";
  private static final String SECRET = "保護案件のため、内訳は非公開";

  private TableReports() {}

  /** 相談の種類: 31 rows and their sum. */
  public static Report consultations(ConsultationTable table, CountingRules rules) {
    List<List<Object>> rows = new ArrayList<>();
    GuardedTable printed = table.printed();
    for (ConsultationTable.Row row : table.rows()) {
      String label = row.combination().label();
      rows.add(
          List.of(
              label,
              shown(printed, label, Column.NEW),
              shown(printed, label, Column.CARRIED_OVER),
              shown(printed, label, Column.REOPENED)));
    }
    rows.add(
        List.of(
            "計",
            (long) table.total(Column.NEW),
            (long) table.total(Column.CARRIED_OVER),
            (long) table.total(Column.REOPENED)));
    Report report =
        new Report(
            "consultations",
            "相談の種類 "
                + year(table.year().label(), table.year().startYear())
                + " "
                + rules.fieldsCounted().label(),
            Report.columns(
                "fields",
                Heading.FIELD.label(),
                "new",
                Column.NEW.label(),
                "carriedOver",
                Column.CARRIED_OVER.label(),
                "reopened",
                Column.REOPENED.label()),
            rows);
    boolean heldBack =
        rows.stream().anyMatch(row -> row.stream().anyMatch(Report.HELD_BACK::equals));
    return heldBack ? report.noting(ROWS_HELD_BACK) : report;
  }

  private static Object shown(GuardedTable printed, String row, Column column) {
    return Objects.requireNonNullElse(printed.shown(row, column.name()), Report.HELD_BACK);
  }

  /** Every case of the table with its row, and every excluded one with the reason. */
  public static Report consultationCases(ConsultationTable table) {
    List<List<Object>> rows = new ArrayList<>();
    for (ConsultationTable.Row row : table.rows()) {
      for (Column column : Column.values()) {
        for (CaseName name : row.cases().getOrDefault(column, List.of())) {
          rows.add(
              table.isSecret(name)
                  ? List.of("", "", "", column.label(), SECRET)
                  : counted(name, row.combination().label(), column.label(), ""));
        }
      }
    }
    for (CountedCase.Out out : table.excluded()) {
      rows.add(
          table.isSecret(out.caseName())
              ? List.of("", "", "", "", SECRET)
              : counted(out.caseName(), "", "", out.reason().label()));
    }
    return new Report(
        "consultation-cases",
        "相談の種類の内訳 " + year(table.year().label(), table.year().startYear()),
        Report.columns(
            "caseNumber",
            "案件番号",
            "caseId",
            "案件ID",
            "fields",
            Heading.FIELD.label(),
            "column",
            "区分",
            "excluded",
            "数えない理由"),
        rows);
  }

  private static List<Object> counted(
      CaseName name, String fields, String column, String excluded) {
    return List.of(name.writtenNumber(), name.id().toString(), fields, column, excluded);
  }

  /** 第1号 to 第6号 and 紹介元. */
  public static Report programmes(ProgrammeTable table, Labels labels) {
    List<List<Object>> rows = new ArrayList<>();
    for (Programme one : GrowingCode.known(Programme.class)) {
      long count = table.programmes().getOrDefault(one, List.of()).size();
      rows.add(List.of("事業", one.number(), one.label(), count));
    }
    table
        .introductions()
        .forEach(
            (code, cases) ->
                rows.add(
                    List.of(
                        Heading.INTRODUCER.label(),
                        code,
                        introducer(code, labels),
                        (long) cases.size())));
    return new Report(
        "programmes",
        "事業別・紹介元別の件数 " + year(table.year().label(), table.year().startYear()),
        Report.columns("group", "区分", "code", "番号", "name", "名称", "count", "件数"),
        rows);
  }

  /** 参加支援 and アウトリーチ. */
  public static Report supports(SupportTable table) {
    List<List<Object>> rows = new ArrayList<>();
    for (SideKind kind : GrowingCode.known(SideKind.class)) {
      SupportTable.Row row = table.kinds().get(kind);
      if (row != null) {
        rows.add(List.of(kind.label(), "開始", (long) row.begun()));
        rows.add(List.of(kind.label(), "前年度からの継続", (long) row.carriedOver()));
        rows.add(List.of(kind.label(), "終結(関係が安定)", (long) row.ended()));
        for (ClosingGround ground : GrowingCode.known(ClosingGround.class)) {
          rows.add(
              List.of(
                  kind.label(),
                  "終結(" + ground.label() + ")",
                  (long) row.grounds().getOrDefault(ground, 0)));
        }
        rows.add(List.of(kind.label(), "終結のうち " + SideStage.STAYING.label(), (long) row.staying()));
      }
    }
    return new Report(
        "supports",
        "参加支援・アウトリーチ " + year(table.year().label(), table.year().startYear()),
        Report.columns("kind", "事業", "item", "項目", "count", "件数"),
        rows);
  }

  private static String introducer(String code, Labels labels) {
    return code.equals(ProgrammeTable.NOT_RECORDED) ? "記録なし" : labels.introducer(code);
  }

  /** Meetings, 実/延べ cases and participating agencies by field, per kind of conference. */
  public static Report meetings(List<MeetingTable> tables) {
    List<List<Object>> rows = new ArrayList<>();
    for (MeetingTable table : tables) {
      String kind = table.conference().label();
      rows.add(List.of(kind, "開催回数", (long) table.meetings().size()));
      rows.add(List.of(kind, "検討実件数", (long) table.cases().size()));
      rows.add(List.of(kind, "検討延べ件数", (long) table.items()));
      rows.add(List.of(kind, "報告書の期限を過ぎた会議", (long) table.reportsOwed()));
      Stream.of(StatisticsField.values())
          .forEach(
              field ->
                  rows.add(
                      List.of(
                          kind,
                          "参加機関(のべ) " + field.label(),
                          (long) table.attendances().getOrDefault(field, 0))));
    }
    return new Report(
        "meetings",
        "会議の開催状況",
        Report.columns("conference", Heading.CONFERENCE.label(), "item", "項目", "count", "件数"),
        rows);
  }

  /** Every meeting on its own. */
  public static Report meetingDays(List<MeetingTable> tables) {
    List<List<Object>> rows = new ArrayList<>();
    for (MeetingTable table : tables) {
      for (MeetingTable.Meeting meeting : table.meetings()) {
        rows.add(
            List.of(
                meeting.date(),
                table.conference().label(),
                meeting.session().label(),
                meeting.meetingId().value(),
                (long) meeting.cases().size(),
                (long) meeting.reports(),
                meeting.owesReport() ? TimerKind.OVERDUE.label() : ""));
      }
    }
    return new Report(
        "meeting-days",
        "会議の一覧",
        Report.columns(
            "date",
            "開催日",
            "conference",
            Heading.CONFERENCE.label(),
            "session",
            Heading.SESSION.label(),
            "meetingId",
            "会議番号",
            "cases",
            "件数",
            "reports",
            "報告書",
            "reportsOwed",
            "報告書の期限"),
        rows);
  }

  /** 不足した社会資源. */
  public static Report gaps(GapRegister register, Labels labels) {
    return new Report(
        "gaps",
        Heading.MISSING_RESOURCE.label(),
        Report.columns(
            "date",
            "記録日",
            "resource",
            "コード",
            "name",
            "社会資源",
            "caseNumber",
            "案件番号",
            "caseId",
            "案件ID"),
        register.entries().stream()
            .map(
                entry ->
                    List.<Object>of(
                        entry.recordedOn(),
                        entry.resource(),
                        labels.resource(entry.resource()),
                        entry.caseName() == null ? "" : entry.caseName().writtenNumber(),
                        entry.caseName() == null ? "" : entry.caseName().id().toString()))
            .toList());
  }

  /** 和暦 with the western year. */
  private static String year(String label, int westernYear) {
    return label + "(" + westernYear + "年度)";
  }
}
