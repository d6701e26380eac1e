package jp.tsunagu.stats.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Dimension.OfAgency;
import jp.tsunagu.stats.report.FlowReport;
import jp.tsunagu.stats.report.LiveReports;
import jp.tsunagu.stats.report.Report;
import jp.tsunagu.stats.report.TimesReport;
import jp.tsunagu.stats.report.Window;
import jp.tsunagu.stats.report.Window.Range;
import jp.tsunagu.stats.view.Answer;
import jp.tsunagu.stats.view.Answer.Found;
import jp.tsunagu.stats.view.FigureView;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "いまの状況", description = "機関は自分の数と全体の数だけ、調整窓口と管理者はすべてを見る")
@RestController
@RequestMapping("/api")
final class LiveController {

  /** The first day a network can have: every earlier day is empty. */
  static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

  private static final int LONGEST_FLOW_IN_DAYS = 400;

  private final FigureView view;
  private final ReportDesk desk;

  LiveController(FigureView view, ReportDesk desk) {
    this.view = view;
    this.desk = desk;
  }

  @Operation(summary = "担当件数(現在)", description = "機関・種別・圏域・分野・緊急度・段階ごとの件数、期限接近、期限超過")
  @Gives(
      value = ReportView.class,
      files = {Form.TEXT, Form.EXCEL},
      description = "集計")
  @GetMapping("/caseload")
  ResponseEntity<Object> caseload(
      Caller caller,
      @Parameter(description = "どの形で") @RequestParam(defaultValue = "JSON") Form format) {
    return report(
        caller,
        Range.now(),
        format,
        now ->
            Rights.seesAll(caller)
                ? LiveReports.caseloadWithKinds(now, desk.labels())
                : LiveReports.caseload(own(now, caller), desk.labels()));
  }

  @Operation(summary = "開始・終了・多機関協働の割合(日ごと)")
  @Gives(
      value = ReportView.class,
      files = {Form.TEXT, Form.EXCEL},
      description = "集計")
  @GetMapping("/flow")
  ResponseEntity<Object> flow(
      Caller caller,
      @Parameter(description = "最初の日。省くと30日前")
          @RequestParam
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @Parameter(description = "最後の日。省くと今日")
          @RequestParam
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate until,
      @Parameter(description = "どの形で") @RequestParam(defaultValue = "JSON") Form format) {
    LocalDate last = until == null ? TokyoTime.dateOf(desk.clock().instant()) : until;
    LocalDate first = from == null ? last.minusDays(30) : from;
    if (first.isAfter(last) || first.plusDays(LONGEST_FLOW_IN_DAYS).isBefore(last)) {
      return CommonProblem.PARAMETER_INVALID.problem().response();
    }
    return report(
        caller,
        Range.days(BEGINNING, last),
        format,
        days -> FlowReport.of(own(days, caller), first, last, desk.labels()).over(first, last));
  }

  @Operation(summary = "所要時間", description = "暦の時間と開庁時間。最大と1件だけの時間は正確、中央値・90・99パーセンタイルの誤差は0.5%以内")
  @Gives(
      value = ReportView.class,
      files = {Form.TEXT, Form.EXCEL},
      description = "集計")
  @GetMapping("/times")
  ResponseEntity<Object> times(
      Caller caller,
      @Parameter(description = "期間") @RequestParam(defaultValue = "SEVEN_DAYS") Window window,
      @Parameter(description = "何ごとに") @RequestParam(defaultValue = "ALL") TimesReport.By by,
      @Parameter(description = "どの形で") @RequestParam(defaultValue = "JSON") Form format) {
    Instant now = desk.clock().instant();
    return report(
        caller,
        window.ofTimes(now),
        format,
        buckets ->
            window.over(
                TimesReport.of(
                    buckets,
                    by,
                    desk.labels(),
                    pair ->
                        Rights.mayRead(caller, pair.sender())
                            || Rights.mayRead(caller, pair.receiver())),
                now));
  }

  @Operation(summary = "回答の状況", description = "受領のみ・応答なしの割合。機関別には出さない")
  @Gives(
      value = ReportView.class,
      files = {Form.TEXT, Form.EXCEL},
      description = "集計")
  @GetMapping("/answers")
  ResponseEntity<Object> answers(
      Caller caller,
      @Parameter(description = "期間") @RequestParam(defaultValue = "SEVEN_DAYS") Window window,
      @Parameter(description = "どの形で") @RequestParam(defaultValue = "JSON") Form format) {
    Instant now = desk.clock().instant();
    return report(
        caller,
        window.range(now),
        format,
        days -> window.over(LiveReports.answers(days, desk.labels()), now));
  }

  @Operation(summary = "連絡の結果", description = "つなぎ戻し・差戻し・受入不可・つなぎ直し・行き来は別の数。理由は資源の不足から先に出す")
  @Gives(
      value = ReportView.class,
      files = {Form.TEXT, Form.EXCEL},
      description = "集計")
  @GetMapping("/outcomes")
  ResponseEntity<Object> outcomes(
      Caller caller,
      @Parameter(description = "期間") @RequestParam(defaultValue = "SEVEN_DAYS") Window window,
      @Parameter(description = "どの形で") @RequestParam(defaultValue = "JSON") Form format) {
    Instant now = desk.clock().instant();
    return report(
        caller,
        window.range(now),
        format,
        days -> window.over(LiveReports.outcomes(days, desk.labels()), now));
  }

  private ResponseEntity<Object> report(
      Caller caller, Range range, Form form, Function<Map<BucketKey, Bucket>, Report> made) {
    Answer<Report> answer =
        view.buckets(range, Rights.audience(caller)).then(found -> new Found<>(made.apply(found)));
    return desk.respond(answer, form);
  }

  private static Map<BucketKey, Bucket> own(Map<BucketKey, Bucket> buckets, Caller caller) {
    return buckets.entrySet().stream()
        .filter(
            entry ->
                !(entry.getKey().dimension() instanceof OfAgency one)
                    || Rights.mayRead(caller, one.agency()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
