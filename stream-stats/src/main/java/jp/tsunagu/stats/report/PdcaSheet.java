package jp.tsunagu.stats.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.directory.CommunityIssue;
import jp.tsunagu.contract.directory.IssueStage;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.wording.Heading;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.table.ConsultationTable;
import jp.tsunagu.stats.table.CountedCase.Column;
import jp.tsunagu.stats.table.CountingRules;
import jp.tsunagu.stats.table.GapRegister;
import jp.tsunagu.stats.table.MeetingTable;
import jp.tsunagu.stats.table.ProgrammeTable;
import jp.tsunagu.stats.table.SupportTable;

/**
 * 狛江市's yearly PDCA as a sheet: what is done in which months about the year that is looked back at,
 * with its numbers and those of the year before, and room to write. The plan of 狛江市 has no numeric
 * targets, so there is no column for any.
 */
public final class PdcaSheet {

  private static final String EVALUATING = "3〜4月";
  private static final String ISSUES = "5〜7月";
  private static final String PUBLISHING = "8〜9月";
  private static final String BUDGET = "9〜11月";

  private final CountingRules rules;
  private final Labels labels;
  private final RegisterReports register;
  private final Instant asOf;
  private final List<List<Object>> rows = new ArrayList<>();

  private PdcaSheet(CountingRules rules, Labels labels, RegisterReports register, Instant asOf) {
    this.rules = rules;
    this.labels = labels;
    this.register = register;
    this.asOf = asOf;
  }

  /** The year that people look back at on this day: until March its own, then the one before. */
  public static FiscalYear lookedBackAt(LocalDate today) {
    FiscalYear year = FiscalYear.of(today);
    return today.getMonthValue() >= 4 && today.getMonthValue() <= 11 ? year.previous() : year;
  }

  /**
   * The sheet about this year.
   *
   * @param register as it stands now: gaps and resources are no numbers of a year
   */
  public static Report of(
      Iterable<CaseFacts> all,
      CountingRules rules,
      FiscalYear year,
      RegisterReports register,
      Instant asOf) {
    PdcaSheet sheet = new PdcaSheet(rules, new Labels(register.directory()), register, asOf);
    sheet.evaluate(all, year);
    sheet.gather(all, year);
    sheet.publish(all, year);
    sheet.plan();
    return new Report(
            "pdca",
            "PDCA " + YearReports.year(year),
            Report.columns(
                "when",
                "時期",
                "step",
                "すること",
                "item",
                "項目",
                "count",
                year.label(),
                "before",
                year.previous().label(),
                "entry",
                "記入"),
            sheet.rows)
        .noting("8〜9月の数は公表できる形で、1〜4件は" + Report.HELD_BACK + "としています。")
        .noting("地域課題と社会資源は、年度ではなく今の数です。");
  }

  private void evaluate(Iterable<CaseFacts> all, FiscalYear year) {
    SequencedMap<String, Long> before = numbers(all, year.previous());
    numbers(all, year)
        .forEach(
            (item, number) -> add(EVALUATING, "自己評価", item, number, before.getOrDefault(item, 0L)));
  }

  private SequencedMap<String, Long> numbers(Iterable<CaseFacts> all, FiscalYear year) {
    SequencedMap<String, Long> numbers = consultations(all, year);
    ProgrammeTable programmes = ProgrammeTable.of(all, rules, year);
    for (Programme one : GrowingCode.known(Programme.class)) {
      numbers.put(
          one.number() + " " + one.label(),
          (long) programmes.programmes().getOrDefault(one, List.of()).size());
    }
    SupportTable supports = SupportTable.of(all, year, asOf);
    supports
        .kinds()
        .forEach(
            (kind, row) -> {
              numbers.put(kind.label() + " 開始", (long) row.begun());
              numbers.put(kind.label() + " 終結", ended(row));
            });
    for (ConferenceKind kind : ConferenceKind.values()) {
      MeetingTable meetings = meetings(all, year, kind);
      numbers.put(kind.label() + " 開催", (long) meetings.meetings().size());
      numbers.put(kind.label() + " 検討実件数", (long) meetings.cases().size());
      numbers.put(kind.label() + " 検討延べ件数", (long) meetings.items());
    }
    return numbers;
  }

  private SequencedMap<String, Long> consultations(Iterable<CaseFacts> all, FiscalYear year) {
    ConsultationTable table = ConsultationTable.of(all, rules, year, asOf);
    SequencedMap<String, Long> numbers = new LinkedHashMap<>();
    for (Column column : Column.values()) {
      numbers.put("相談 " + column.label(), (long) table.total(column));
    }
    return numbers;
  }

  private static long ended(SupportTable.Row row) {
    return row.ended() + row.grounds().values().stream().mapToLong(Integer::longValue).sum();
  }

  private MeetingTable meetings(Iterable<CaseFacts> all, FiscalYear year, ConferenceKind kind) {
    return MeetingTable.of(all, rules, kind, year.first(), year.last());
  }

  private void gather(Iterable<CaseFacts> all, FiscalYear year) {
    Map<String, Long> before = lacking(all, year.previous());
    lacking(all, year)
        .forEach(
            (code, times) ->
                add(
                    ISSUES,
                    "進捗と課題の整理",
                    Heading.MISSING_RESOURCE.label() + " " + labels.resource(code),
                    times,
                    before.getOrDefault(code, 0L)));
    long owed = 0;
    for (ConferenceKind kind : ConferenceKind.values()) {
      owed += meetings(all, year, kind).reportsOwed();
    }
    add(ISSUES, "進捗と課題の整理", "報告書の期限を過ぎた会議", owed, "");
    for (IssueStage stage : GrowingCode.known(IssueStage.class)) {
      add(ISSUES, "進捗と課題の整理", "地域課題 " + stage.label(), issues(stage), "");
    }
  }

  private static Map<String, Long> lacking(Iterable<CaseFacts> all, FiscalYear year) {
    return GapRegister.of(all, year.first(), year.last()).counts();
  }

  private long issues(IssueStage stage) {
    return register.directory().issues().stream()
        .map(CommunityIssue::stage)
        .filter(stage::equals)
        .count();
  }

  private void publish(Iterable<CaseFacts> all, FiscalYear year) {
    SequencedMap<String, Long> before = published(all, year.previous());
    published(all, year)
        .forEach(
            (item, number) ->
                add(
                    PUBLISHING,
                    "評価・公表",
                    item,
                    ForPublic.number(number),
                    ForPublic.number(before.getOrDefault(item, 0L))));
  }

  /** Numbers of which none is a part of another one, without protected cases. */
  private SequencedMap<String, Long> published(Iterable<CaseFacts> all, FiscalYear year) {
    List<CaseFacts> open = new ArrayList<>();
    for (CaseFacts facts : all) {
      if (!facts.everProtected()) {
        open.add(facts);
      }
    }
    SequencedMap<String, Long> numbers = new LinkedHashMap<>();
    numbers.put("相談 新規", (long) ConsultationTable.of(open, rules, year, asOf).total(Column.NEW));
    ProgrammeTable programmes = ProgrammeTable.of(open, rules, year);
    for (Programme one : List.of(Programme.COORDINATION, Programme.PLAN)) {
      numbers.put(
          one.number() + " " + one.label(),
          (long) programmes.programmes().getOrDefault(one, List.of()).size());
    }
    for (SideKind kind : GrowingCode.known(SideKind.class)) {
      SupportTable.Row row = SupportTable.of(open, year, asOf).kinds().get(kind);
      numbers.put(kind.label() + " 開始", row == null ? 0L : row.begun());
    }
    return numbers;
  }

  private void plan() {
    for (CommunityIssue issue : register.directory().issues()) {
      if (issue.stage() == IssueStage.SUBMITTED || issue.stage() == IssueStage.DEVELOPING) {
        add(BUDGET, "予算", "地域課題(" + issue.stage().label() + ") " + issue.outline().what(), "", "");
      }
    }
    for (SocialResource one : register.directory().resources()) {
      if (!one.hasEnded(register.today()) && one.free(register.today()) == 0) {
        add(BUDGET, "予算", "空きのない社会資源 " + one.offer().what(), (long) one.taken(), "");
      }
    }
    add(BUDGET, "予算", "次の年度の予算", "", "");
  }

  private void add(String when, String step, String item, Object count, Object before) {
    rows.add(List.of(when, step, item, count, before, ""));
  }
}
