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
import jp.tsunagu.stats.report.Compared;
import jp.tsunagu.stats.report.Labels;
import jp.tsunagu.stats.report.Overview;
import jp.tsunagu.stats.report.Stretch;
import jp.tsunagu.stats.table.GapRegister;
import org.jspecify.annotations.Nullable;

/**
 * The page a manager looks at before somebody asks: four numbers with those they are compared with,
 * one distribution, one line per field, and what the city lacks.
 *
 * @param query what was asked
 * @param running the fiscal year of today
 * @param missing how often each resource was missing, most often first
 * @param incomplete why the numbers are 不完全; none where they are whole
 */
record OverviewPage(
    PeriodQuery query,
    Compared days,
    FiscalYear running,
    Overview now,
    Overview before,
    OpenByField open,
    List<Missing> missing,
    @Nullable String incomplete) {

  private static final int YEARS = 5;

  /** One resource that was missing so often. */
  record Missing(String resource, long times) {}

  /** What the register tells, in words. */
  static List<Missing> missing(GapRegister gaps, Labels labels) {
    return gaps.counts().entrySet().stream()
        .map(entry -> new Missing(labels.resource(entry.getKey()), entry.getValue()))
        .sorted((one, other) -> Long.compare(other.times(), one.times()))
        .toList();
  }

  /** The fiscal year that is chosen, or in which the days end. */
  public FiscalYear year() {
    return FiscalYear.of(days.now().last());
  }

  /** Those that can be chosen, newest first. */
  public List<FiscalYear> years() {
    return Stream.iterate(running, FiscalYear::previous).limit(YEARS).toList();
  }

  /** Whether days were chosen by hand. */
  public boolean isChosen() {
    return query.from() != null || query.againstFrom() != null;
  }

  /** This page again. */
  public String again() {
    return query.at(FigureAddresses.OVERVIEW);
  }

  /** The same for the council. */
  public String paper() {
    return query.at(FigureAddresses.COUNCIL_PAPER);
  }

  /** What is behind the numbers of these days. */
  public Behind behind() {
    return new Behind(days.now());
  }

  /** What is behind those they are compared with. */
  public Behind behindBefore() {
    return new Behind(days.before());
  }

  /** What the lines are about. */
  public List<String> months() {
    return days.now().monthEnds().stream().map(Overview::monthLabel).toList();
  }

  /** The caseload of each field at the end of each month. */
  public Map<String, List<Long>> byField() {
    Map<String, List<Long>> lines = new LinkedHashMap<>();
    Stream.of(Field.values()).forEach(field -> lines.put(field.label(), open.of(field)));
    return lines;
  }

  /** How long first answers took. */
  public BarChart answers() {
    return BarChart.of(
        now.answeredWithin(),
        IntStream.rangeClosed(0, Overview.MOST_DAYS).mapToObj(Overview::dayLabel).toList());
  }

  /** The caseload by field at the end of each month. */
  public LineChart caseload() {
    return LineChart.of(byField(), months());
  }

  /** The pages behind the numbers of some days. */
  record Behind(Stretch stretch) {

    /** 相談の開始. */
    public String begun() {
      return FigureAddresses.behind(stretch, Measure.OPENED);
    }

    /** How long first answers took. */
    public String answered() {
      return FigureAddresses.behindTimes(stretch, Measure.FIRST_ANSWER);
    }

    /** 回答なし. */
    public String silent() {
      return FigureAddresses.behind(stretch, Measure.NO_ANSWER);
    }

    /** What was sent. */
    public String sent() {
      return FigureAddresses.behind(stretch, Measure.SENT);
    }

    /** What is open on the last day, and how much of it is coordinated. */
    public String open() {
      return FigureAddresses.between("/figures/flow", stretch.last(), stretch.last());
    }

    /** What was missing. */
    public String missing() {
      return FigureAddresses.between("/figures/gaps", stretch.first(), stretch.last());
    }

    /** Begun and ended day by day, of a long stretch its last year. */
    public String flow() {
      LocalDate aYear = stretch.last().minusYears(1);
      return FigureAddresses.between(
          "/figures/flow",
          stretch.first().isBefore(aYear) ? aYear : stretch.first(),
          stretch.last());
    }
  }
}
