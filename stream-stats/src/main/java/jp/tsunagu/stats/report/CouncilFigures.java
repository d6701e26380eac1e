package jp.tsunagu.stats.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.directory.SmallNumbers;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.wording.Heading;
import jp.tsunagu.stats.figure.OpenByField;
import jp.tsunagu.stats.report.Report.Column;
import jp.tsunagu.stats.table.ConsultationTable;
import jp.tsunagu.stats.table.CountedCase;
import jp.tsunagu.stats.table.GapRegister;
import jp.tsunagu.stats.table.ProgrammeTable;

/**
 * What a city tells its council (議会) on one page: 何件を、何日で、何割が回答なし、前年は. Everybody may read it: it is
 * made of figures in which no protected case is, and small numbers are held back.
 *
 * @param numbers the four numbers and what they are made of, with those compared
 * @param answers how long first answers took
 * @param openByField who is in hand, by field, at the ends of months
 * @param consultations 相談の種類 in short
 * @param programmes 第1号 to 第6号
 * @param missing 不足した社会資源, most often missing first
 */
public record CouncilFigures(
    Compared days,
    Report numbers,
    Report answers,
    Report openByField,
    Report consultations,
    Report programmes,
    Report missing) {

  /** What is said of a time or share of nothing. */
  public static final String NONE = "–";

  private static final int MOST_RESOURCES = 6;
  private static final int MOST_MONTHS = 12;
  private static final String CASES = "件";
  private static final String DAYS = "日";
  private static final String PERCENT = "%";

  /** What everybody has to know of the numbers. */
  private static final List<String> NOTES =
      List.of(
          "保護案件はどの数にも入っていません。このため、相談の種類の計は、年度の報告の計と異なることがあります。",
          "最初の回答までの日数は月ごとに数え、期間にかかる月の全体が入ります。分野ごとの件数では、二つの分野にわたる案件を両方に数えています。");

  private static final String SMALL =
      "1〜%d件の数と、差し引きでその数がわかるところは「%s」としています。"
          .formatted(SmallNumbers.SMALLEST_SHOWN - 1, Report.HELD_BACK);

  /**
   * What the tables of one page are made of; all for everybody.
   *
   * @param byField at the ends of its {@link #months}
   * @param consultations of the fiscal year in which it ends
   */
  public record Sources(
      Overview now,
      Overview before,
      OpenByField byField,
      ConsultationTable consultations,
      ProgrammeTable programmes,
      GapRegister gaps) {}

  /** The page of these. */
  public static CouncilFigures of(Compared days, Sources of, Labels labels) {
    return new CouncilFigures(
        days,
        numbers(days, of.now(), of.before()),
        answers(of.now()),
        openByField(days.now(), of.byField()),
        consultations(of.consultations()),
        programmes(of.programmes()),
        missing(of.gaps(), labels));
  }

  /** All tables, in the order in which they are read. */
  public List<Report> tables() {
    return List.of(numbers, answers, openByField, consultations, programmes, missing);
  }

  /** What a reader has to know. */
  public List<String> notes() {
    boolean isHeldBack =
        tables().stream()
            .flatMap(table -> table.rows().stream())
            .anyMatch(row -> row.contains(Report.HELD_BACK));
    return isHeldBack ? Stream.concat(Stream.of(SMALL), NOTES.stream()).toList() : NOTES;
  }

  private static Report numbers(Compared days, Overview now, Overview before) {
    ForPublic.Part silent = ForPublic.part(now.silent(), now.sent());
    ForPublic.Part silentThen = ForPublic.part(before.silent(), before.sent());
    ForPublic.Part joint = ForPublic.part(now.coordinated(), now.open());
    ForPublic.Part jointThen = ForPublic.part(before.coordinated(), before.open());
    return new Report(
        "numbers",
        "何件を、何日で、何割が回答なし",
        Report.columns(
            "measure",
            "コード",
            "name",
            "項目",
            "value",
            "この期間",
            "before",
            days.beforeLabel(),
            "unit",
            "単位"),
        List.of(
            row("begun", "開始した相談", count(now.begun()), count(before.begun()), CASES),
            row("medianDays", "最初の回答まで(中央値)", median(now), median(before), DAYS),
            row("ninetyDays", "最初の回答まで(9割)", ninety(now), ninety(before), DAYS),
            row("silentShare", "回答なしの割合", silent.percent(), silentThen.percent(), PERCENT),
            row("silent", "回答なし", silent.number(), silentThen.number(), CASES),
            row("sent", "送った連絡", count(now.sent()), count(before.sent()), CASES),
            row("coordinatedShare", "多機関協働の割合", joint.percent(), jointThen.percent(), PERCENT),
            row(
                "coordinated",
                Programme.COORDINATION.label(),
                joint.number(),
                jointThen.number(),
                CASES),
            row("open", "対応中の案件", count(now.open()), count(before.open()), CASES)));
  }

  private static List<Object> row(
      String code, String name, Object value, Object before, String unit) {
    return List.of(code, name, value, before, unit);
  }

  private static Object count(long number) {
    return ForPublic.number(number);
  }

  private static Object median(Overview of) {
    return time(of, of.medianDays());
  }

  private static Object ninety(Overview of) {
    return time(of, of.ninetyDays());
  }

  private static Object time(Overview of, double days) {
    long count = of.answers().count();
    if (count == 0) {
      return NONE;
    }
    return SmallNumbers.mayShow(count) ? Double.valueOf(days) : Report.HELD_BACK;
  }

  private static Report answers(Overview now) {
    List<Object> told = ForPublic.parts(now.answeredWithin());
    List<List<Object>> rows = new ArrayList<>();
    for (int day = 0; day < told.size(); day++) {
      rows.add(List.of(Overview.dayLabel(day), told.get(day)));
    }
    return new Report("answers", "最初の回答までの日数", Report.columns("days", "日数", "count", "件数"), rows);
  }

  private static Report openByField(Stretch stretch, OpenByField byField) {
    List<Column> columns = new ArrayList<>(Report.columns("field", Heading.FIELD.label()));
    List<List<Object>> rows = new ArrayList<>();
    Stream.of(Field.values()).forEach(field -> rows.add(new ArrayList<>(List.of(field.label()))));
    List<LocalDate> ends = months(stretch);
    for (int month = 0; month < ends.size(); month++) {
      LocalDate end = ends.get(month);
      columns.add(new Column(end.toString(), Overview.monthLabel(end)));
      int at = month;
      List<Object> told =
          ForPublic.parts(
              Stream.of(Field.values()).map(field -> byField.of(field).get(at)).toList());
      for (int row = 0; row < told.size(); row++) {
        rows.get(row).add(told.get(row));
      }
    }
    return new Report("openByField", "分野ごとの対応中の案件(月末)", columns, rows);
  }

  /** The ends of the months of a stretch that are shown: of a long one the last twelve. */
  public static List<LocalDate> months(Stretch stretch) {
    List<LocalDate> all = stretch.monthEnds();
    return all.subList(Math.max(0, all.size() - MOST_MONTHS), all.size());
  }

  private static Report consultations(ConsultationTable table) {
    List<Object> single = new ArrayList<>(List.of("一つの分野"));
    List<Object> several = new ArrayList<>(List.of("二つ以上の分野(複合)"));
    List<Object> all = new ArrayList<>(List.of("計"));
    for (CountedCase.Column column : CountedCase.Column.values()) {
      long total = table.total(column);
      long one =
          table.rows().stream()
              .filter(row -> row.combination().fields().size() == 1)
              .mapToLong(row -> row.count(column))
              .sum();
      List<Object> told = ForPublic.parts(List.of(one, total - one));
      single.add(told.getFirst());
      several.add(told.getLast());
      all.add(count(total));
    }
    List<Column> columns = new ArrayList<>(Report.columns("fields", Heading.FIELD.label()));
    Stream.of(CountedCase.Column.values())
        .forEach(column -> columns.add(new Column(column.name(), column.label())));
    return new Report(
        "consultations", "相談の種類 " + table.year().label(), columns, List.of(single, several, all));
  }

  private static Report programmes(ProgrammeTable table) {
    return new Report(
        "programmes",
        "事業別の件数 " + table.year().label(),
        Report.columns("code", "番号", "name", "名称", "count", "件数"),
        GrowingCode.known(Programme.class).stream()
            .map(
                one ->
                    List.<Object>of(
                        one.number(),
                        one.label(),
                        count(table.programmes().getOrDefault(one, List.of()).size())))
            .toList());
  }

  private static Report missing(GapRegister gaps, Labels labels) {
    return new Report(
        "missing",
        Heading.MISSING_RESOURCE.label(),
        Report.columns("resource", "社会資源", "count", "回数"),
        gaps.counts().entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(MOST_RESOURCES)
            .map(each -> List.<Object>of(labels.resource(each.getKey()), count(each.getValue())))
            .toList());
  }
}
