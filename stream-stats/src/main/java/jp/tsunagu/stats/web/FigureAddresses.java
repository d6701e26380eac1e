package jp.tsunagu.stats.web;

import java.time.LocalDate;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Dimension.All;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.Period.Day;
import jp.tsunagu.stats.report.Stretch;
import org.springframework.web.util.UriComponentsBuilder;

/** Where pages with figures stand, and what stands behind a number. */
final class FigureAddresses {

  /** All of them. */
  static final String ALL = "/figures/**";

  /** The first page. */
  static final String OVERVIEW = "/figures/";

  private FigureAddresses() {}

  /** What was counted under a measure on these days, and what was not and why. */
  static String behind(Stretch stretch, Measure measure) {
    return UriComponentsBuilder.fromPath("/figures/explanation")
        .queryParam("bucket", code(stretch.first()))
        .queryParam("until", code(stretch.last()))
        .queryParam("measure", measure.name())
        .toUriString();
  }

  private static String code(LocalDate day) {
    return new BucketKey(new Day(day), new All()).code();
  }
}
