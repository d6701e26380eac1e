package jp.tsunagu.stats.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.figure.Audience;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.OpenByField;
import jp.tsunagu.stats.report.Compared;
import jp.tsunagu.stats.report.CouncilFigures;
import jp.tsunagu.stats.report.Overview;
import jp.tsunagu.stats.report.Stretch;
import jp.tsunagu.stats.report.Window.Range;
import jp.tsunagu.stats.table.ConsultationTable;
import jp.tsunagu.stats.table.GapRegister;
import jp.tsunagu.stats.table.ProgrammeTable;
import jp.tsunagu.stats.view.Answer;
import jp.tsunagu.stats.view.FigureView;
import org.springframework.stereotype.Component;

/** Counts what stands on the first page of the figures, and on that for the council. */
@Component
final class Overviews {

  private final FigureView view;
  private final ReportDesk desk;

  Overviews(FigureView view, ReportDesk desk) {
    this.view = view;
    this.desk = desk;
  }

  /** Today, by the clock of the service. */
  LocalDate today() {
    return TokyoTime.dateOf(now());
  }

  /** The first page, for whoever may see all. */
  Answer<OverviewPage> page(PeriodQuery query) {
    Compared days = query.days(today());
    return counted(
        days,
        Audience.DESK_AND_MANAGERS,
        (now, before) ->
            facts ->
                new OverviewPage(
                    query,
                    days,
                    FiscalYear.of(today()),
                    now,
                    before,
                    byField(days.now().monthEnds(), facts),
                    OverviewPage.missing(gaps(days.now(), facts), desk.labels()),
                    desk.incomplete()));
  }

  /** The page for the council: nothing in it but what everybody may know. */
  Answer<CouncilFigures> council(PeriodQuery query) {
    Compared days = query.days(today());
    FiscalYear year = FiscalYear.of(days.now().last());
    return counted(
        days,
        Audience.EVERYBODY,
        (now, before) ->
            facts ->
                CouncilFigures.of(
                    days,
                    new CouncilFigures.Sources(
                        now,
                        before,
                        byField(CouncilFigures.months(days.now()), facts),
                        ConsultationTable.of(facts, desk.rules(), year, now()),
                        ProgrammeTable.of(facts, desk.rules(), year),
                        gaps(days.now(), facts)),
                    desk.labels()));
  }

  private <R> Answer<R> counted(
      Compared days,
      Audience audience,
      BiFunction<Overview, Overview, Function<Iterable<CaseFacts>, R>> made) {
    return numbers(days.now(), audience)
        .then(
            now ->
                numbers(days.before(), audience)
                    .then(before -> view.ofFacts(audience, made.apply(now, before))));
  }

  private Answer<Overview> numbers(Stretch stretch, Audience audience) {
    return view.buckets(Range.days(LiveController.BEGINNING, stretch.last()), audience)
        .then(days -> months(stretch, days, audience));
  }

  private Answer<Overview> months(Stretch stretch, Map<BucketKey, Bucket> days, Audience audience) {
    return view.buckets(stretch.months(), audience)
        .then(months -> new Answer.Found<>(Overview.of(stretch, days, months)));
  }

  private OpenByField byField(List<LocalDate> days, Iterable<CaseFacts> facts) {
    return OpenByField.at(moments(days), facts);
  }

  private static GapRegister gaps(Stretch stretch, Iterable<CaseFacts> facts) {
    return GapRegister.of(facts, stretch.first(), stretch.last());
  }

  /** The ends of these days in Tokyo; of today this moment. */
  private List<Instant> moments(List<LocalDate> days) {
    Instant now = now();
    return days.stream()
        .map(day -> day.plusDays(1).atStartOfDay(TokyoTime.ZONE).toInstant())
        .map(end -> end.isAfter(now) ? now : end)
        .toList();
  }

  private Instant now() {
    return desk.clock().instant();
  }
}
