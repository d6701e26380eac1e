package jp.tsunagu.stats.web;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Dimension.All;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.Period;
import jp.tsunagu.stats.figure.Period.Day;
import jp.tsunagu.stats.figure.Period.Month;
import jp.tsunagu.stats.report.Stretch;
import org.springframework.web.util.UriComponentsBuilder;

/** Where pages with figures stand, and what stands behind a number. */
final class FigureAddresses {

  /** All of them. */
  static final String ALL = "/figures/**";

  /** The first page. */
  static final String OVERVIEW = "/figures/";

  /** What the council is told, as numbers. */
  static final String COUNCIL = "/api/figures";

  /** The same on paper. */
  static final String COUNCIL_PAPER = "/api/figures.pdf";

  private FigureAddresses() {}

  /** What was counted under a measure on these days, and what was not and why. */
  static String behind(Stretch stretch, Measure measure) {
    return behind(new Day(stretch.first()), new Day(stretch.last()), measure);
  }

  /** The times that were measured in the months of these days. */
  static String behindTimes(Stretch stretch, Measure measure) {
    return behind(
        new Month(YearMonth.from(stretch.first())),
        new Month(YearMonth.from(stretch.last())),
        measure);
  }

  private static String behind(Period first, Period last, Measure measure) {
    return UriComponentsBuilder.fromPath("/figures/explanation")
        .queryParam("bucket", new BucketKey(first, new All()).code())
        .queryParam("until", new BucketKey(last, new All()).code())
        .queryParam("measure", measure.name())
        .toUriString();
  }

  /** A page of these days, both included. */
  static String between(String path, LocalDate first, LocalDate last) {
    return UriComponentsBuilder.fromPath(path)
        .queryParam("from", first)
        .queryParam("until", last)
        .toUriString();
  }
}
