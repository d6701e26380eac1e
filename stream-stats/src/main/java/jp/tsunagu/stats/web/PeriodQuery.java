package jp.tsunagu.stats.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.stats.report.Compared;
import jp.tsunagu.stats.report.Stretch;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which days an address asks for: a fiscal year, or any days, beside the same days of the year
 * before, or any others. Both ends of a stretch are said, or neither.
 */
record PeriodQuery(
    @Nullable FiscalYear year,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable LocalDate againstFrom,
    @Nullable LocalDate againstUntil) {

  private static final int LONGEST_IN_YEARS = 3;
  private static final String ORDER = "期間は、最初の日から最後の日まで、3か年を超えずに、両方を書いてください。";
  private static final String ONE_OF_THEM = "年度と期間の最初の日は、どちらか一つを書いてください。";

  /** What is answered to an address: what it asks for, else what is wrong with it. */
  static <T> T answered(
      MultiValueMap<String, String> parameters,
      Function<PeriodQuery, T> answer,
      Function<Problem, T> refusal) {
    MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
    parameters.forEach(
        (name, values) ->
            values.stream()
                .filter(value -> !value.isEmpty())
                .forEach(value -> given.add(name, value)));
    Query query = new Query(given);
    PeriodQuery period =
        new PeriodQuery(
            query.fiscalYear("year"),
            query.day("from"),
            query.day("until"),
            query.day("againstFrom"),
            query.day("againstUntil"));
    return query.problem().or(period::problem).map(refusal).orElseGet(() -> answer.apply(period));
  }

  private Optional<Problem> problem() {
    if (year != null && from != null) {
      return Optional.of(CommonProblem.PARAMETER_INVALID.saying(ONE_OF_THEM).about("year"));
    }
    if (!isStretch(from, until)) {
      return Optional.of(CommonProblem.PARAMETER_INVALID.saying(ORDER).about("until"));
    }
    return isStretch(againstFrom, againstUntil)
        ? Optional.empty()
        : Optional.of(CommonProblem.PARAMETER_INVALID.saying(ORDER).about("againstUntil"));
  }

  private static boolean isStretch(@Nullable LocalDate first, @Nullable LocalDate last) {
    if (first == null || last == null) {
      return first == null && last == null;
    }
    return !last.isBefore(first) && !last.isAfter(first.plusYears(LONGEST_IN_YEARS));
  }

  /** The days, as of today. */
  Compared days(LocalDate today) {
    Stretch now =
        from == null || until == null
            ? Stretch.of(year == null ? FiscalYear.of(today) : year, today)
            : Stretch.between(from, until, today);
    return againstFrom == null || againstUntil == null
        ? Compared.withYearBefore(now)
        : new Compared(now, Stretch.between(againstFrom, againstUntil, today));
  }

  /** This address with the same question. */
  String at(String path) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    add(address, "year", year == null ? null : year.startYear());
    add(address, "from", from);
    add(address, "until", until);
    add(address, "againstFrom", againstFrom);
    add(address, "againstUntil", againstUntil);
    return address.toUriString();
  }

  private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
    if (value != null) {
      address.queryParam(name, value);
    }
  }
}
