package jp.tsunagu.stats.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.OpenByField;
import jp.tsunagu.stats.report.Overview;
import jp.tsunagu.stats.report.Stretch;
import jp.tsunagu.stats.table.GapRegister;

/**
 * The page a manager looks at before somebody asks: four numbers with those of the year before, one
 * distribution, one line per field, and what the city lacks.
 *
 * @param years that can be chosen, newest first
 * @param months what the lines are about
 * @param missing how often each resource was missing, most often first
 */
record OverviewPage(
    FiscalYear year,
    List<FiscalYear> years,
    Overview now,
    Overview before,
    List<String> months,
    Map<String, List<Long>> byField,
    List<Missing> missing) {

  private static final int YEARS = 5;

  /** One resource that was missing so often. */
  record Missing(String resource, long times) {}

  static OverviewPage of(
      FiscalYear year,
      FiscalYear running,
      Overview now,
      Overview before,
      OpenByField byField,
      GapRegister gaps) {
    Map<String, List<Long>> lines = new LinkedHashMap<>();
    Stream.of(Field.values()).forEach(field -> lines.put(field.label(), byField.of(field)));
    return new OverviewPage(
        year,
        Stream.iterate(running, FiscalYear::previous).limit(YEARS).toList(),
        now,
        before,
        now.stretch().monthEnds().stream().map(OverviewPage::month).toList(),
        lines,
        gaps.counts().entrySet().stream()
            .map(entry -> new Missing(entry.getKey(), entry.getValue()))
            .sorted((one, other) -> Long.compare(other.times(), one.times()))
            .toList());
  }

  private static String month(LocalDate day) {
    return day.getMonthValue() + "月";
  }

  /** 相談の開始, with what is behind it. */
  public String begunBehind() {
    return FigureAddresses.behind(stretch(), Measure.OPENED);
  }

  /** 回答なし, with what is behind it. */
  public String silentBehind() {
    return FigureAddresses.behind(stretch(), Measure.NO_ANSWER);
  }

  private Stretch stretch() {
    return now.stretch();
  }

  /** How long first answers took. */
  public BarChart answers() {
    return BarChart.of(now.answeredWithin(), dayLabels());
  }

  /** The caseload by field at the end of each month. */
  public LineChart caseload() {
    return LineChart.of(byField, months);
  }

  /** What each bar of the answers is about, in days. */
  public List<String> dayLabels() {
    return IntStream.rangeClosed(0, Overview.MOST_DAYS)
        .mapToObj(day -> day == Overview.MOST_DAYS ? day + "〜" : "〜" + (day + 1))
        .toList();
  }
}
