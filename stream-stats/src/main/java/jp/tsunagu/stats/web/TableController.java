package jp.tsunagu.stats.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.PageRequest;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.figure.Audience;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.report.BucketRange;
import jp.tsunagu.stats.report.Explanation;
import jp.tsunagu.stats.report.Report;
import jp.tsunagu.stats.report.TableReports;
import jp.tsunagu.stats.table.ConsultationTable;
import jp.tsunagu.stats.table.GapRegister;
import jp.tsunagu.stats.table.MeetingTable;
import jp.tsunagu.stats.table.ProgrammeTable;
import jp.tsunagu.stats.table.SupportTable;
import jp.tsunagu.stats.view.Answer;
import jp.tsunagu.stats.view.FigureView;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "年度の表", description = "年度は4月1日から3月31日まで。year は年度の始まりの西暦")
@RestController
@RequestMapping("/api")
final class TableController {

  private static final char CASES = 'c';
  private static final char MEETINGS = 'm';
  private static final char GAPS = 'g';
  private static final char EXPLANATION = 'e';

  private final FigureView view;
  private final ReportDesk desk;
  private final TableAnswers answers;

  TableController(FigureView view, ReportDesk desk, TableAnswers answers) {
    this.view = view;
    this.desk = desk;
    this.answers = answers;
  }

  @Operation(summary = "相談の種類", description = "分野の組み合わせ31通り。新規・前年度からの継続・再開は別の列")
  @Gives(
      value = ReportView.class,
      files = {Form.TEXT, Form.EXCEL},
      description = "集計")
  @GetMapping("/tables/consultations")
  ResponseEntity<Object> consultations(
      Caller caller,
      @Parameter(description = "年度。省くと今年度") @RequestParam @Nullable FiscalYear year,
      @Parameter(description = "どの形で") @RequestParam(defaultValue = "JSON") Form format) {
    return answers.report(
        caller,
        format,
        facts -> TableReports.consultations(consultationTable(facts, year), desk.rules()));
  }

  @Operation(summary = "相談の種類の内訳", description = "どの案件がどの行に入るか。数えない案件はその理由")
  @PageParameters
  @Gives(
      value = ReportView.class,
      files = {Form.TEXT, Form.EXCEL},
      description = "集計")
  @GetMapping("/tables/consultations/cases")
  ResponseEntity<Object> consultationCases(
      Caller caller,
      @Parameter(description = "年度。省くと今年度") @RequestParam @Nullable FiscalYear year,
      @Parameter(description = "どの形で") @RequestParam(defaultValue = "JSON") Form format,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    return answers.paged(
        caller,
        Rights.audience(caller),
        format,
        CASES,
        new Query(parameters),
        facts -> TableReports.consultationCases(consultationTable(facts, year)));
  }

  @Operation(summary = "第1号から第6号、紹介元")
  @Gives(
      value = ReportView.class,
      files = {Form.TEXT, Form.EXCEL},
      description = "集計")
  @GetMapping("/tables/programmes")
  ResponseEntity<Object> programmes(
      Caller caller,
      @Parameter(description = "年度。省くと今年度") @RequestParam @Nullable FiscalYear year,
      @Parameter(description = "どの形で") @RequestParam(defaultValue = "JSON") Form format) {
    return answers.report(
        caller,
        format,
        facts ->
            TableReports.programmes(
                ProgrammeTable.of(facts, desk.rules(), answers.fiscal(year)), desk.labels()));
  }

  @Operation(summary = "参加支援・アウトリーチ", description = "世帯員ごとの支援を数える。始まり・継続・終結とその理由")
  @Gives(
      value = ReportView.class,
      files = {Form.TEXT, Form.EXCEL},
      description = "集計")
  @GetMapping("/tables/supports")
  ResponseEntity<Object> supports(
      Caller caller,
      @Parameter(description = "年度。省くと今年度") @RequestParam @Nullable FiscalYear year,
      @Parameter(description = "どの形で") @RequestParam(defaultValue = "JSON") Form format) {
    return answers.report(
        caller,
        format,
        facts ->
            TableReports.supports(
                SupportTable.of(facts, answers.fiscal(year), desk.clock().instant())));
  }

  @Operation(summary = "会議の開催状況", description = "実件数・延べ件数・参加機関(のべ)")
  @PageParameters
  @Gives(
      value = ReportView.class,
      files = {Form.TEXT, Form.EXCEL},
      description = "集計")
  @GetMapping("/tables/meetings")
  ResponseEntity<Object> meetings(
      Caller caller,
      @Parameter(description = "最初の日。省くと年度の初め")
          @RequestParam
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @Parameter(description = "最後の日。省くと年度の終わり")
          @RequestParam
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate until,
      @Parameter(description = "true なら会議ごと。保護案件は入らない") @RequestParam(defaultValue = "false")
          boolean days,
      @Parameter(description = "どの形で") @RequestParam(defaultValue = "JSON") Form format,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    Function<Iterable<CaseFacts>, List<MeetingTable>> tables =
        facts ->
            Stream.of(ConferenceKind.values())
                .map(kind -> MeetingTable.of(facts, desk.rules(), kind, first(from), last(until)))
                .toList();
    return answers.paged(
        caller,
        days ? Audience.EVERYBODY : Rights.audience(caller),
        format,
        MEETINGS,
        new Query(parameters),
        facts ->
            (days
                    ? TableReports.meetingDays(tables.apply(facts))
                    : TableReports.meetings(tables.apply(facts)))
                .over(first(from), last(until)));
  }

  @Operation(summary = "不足した社会資源")
  @PageParameters
  @Gives(
      value = ReportView.class,
      files = {Form.TEXT, Form.EXCEL},
      description = "集計")
  @GetMapping("/tables/gaps")
  ResponseEntity<Object> gaps(
      Caller caller,
      @Parameter(description = "最初の日。省くと年度の初め")
          @RequestParam
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @Parameter(description = "最後の日。省くと年度の終わり")
          @RequestParam
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate until,
      @Parameter(description = "どの形で") @RequestParam(defaultValue = "JSON") Form format,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    return answers.paged(
        caller,
        Rights.audience(caller),
        format,
        GAPS,
        new Query(parameters),
        facts ->
            TableReports.gaps(GapRegister.of(facts, first(from), last(until)), desk.labels())
                .over(first(from), last(until)));
  }

  @Operation(
      summary = "数の内訳",
      description = "集計の単位(例 day-2026-09-07/all)と項目に数えた案件と連絡、数えなかったものとその理由")
  @PageParameters
  @Gives(
      value = ReportView.class,
      files = {Form.TEXT, Form.EXCEL},
      description = "集計")
  @GetMapping("/explanation")
  ResponseEntity<Object> explanation(
      Caller caller,
      @Parameter(description = "集計の単位。終わりを省くとその単位だけ") @RequestParam String bucket,
      @Parameter(description = "終わりの単位") @RequestParam @Nullable String until,
      @Parameter(description = "項目") @RequestParam Measure measure,
      @Parameter(description = "どの形で") @RequestParam(defaultValue = "JSON") Form format,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    if (!Rights.seesAll(caller)) {
      return ProblemCode.ONLY_DESK_AND_MANAGERS.problem().response();
    }
    Query query = new Query(parameters);
    PageRequest page = query.page(EXPLANATION);
    Optional<BucketRange> range = BucketRange.of(bucket, until == null ? bucket : until);
    if (range.isEmpty()) {
      return CommonProblem.PARAMETER_INVALID.saying(BucketRange.FORM).about("bucket").response();
    }
    return query.answered(
        () ->
            desk.respond(
                explanation(caller, range.orElseThrow(), measure), format, EXPLANATION, page));
  }

  private Answer<Report> explanation(Caller caller, BucketRange range, Measure measure) {
    return view.rules()
        .then(
            rules ->
                view.ofFacts(
                    Rights.audience(caller),
                    facts -> range.named(Explanation.of(facts, rules, range::contains, measure))));
  }

  private ConsultationTable consultationTable(
      Iterable<CaseFacts> facts, @Nullable FiscalYear year) {
    return ConsultationTable.of(facts, desk.rules(), answers.fiscal(year), desk.clock().instant());
  }

  private LocalDate first(@Nullable LocalDate from) {
    return from == null ? answers.fiscal(null).first() : from;
  }

  private LocalDate last(@Nullable LocalDate until) {
    return until == null ? answers.fiscal(null).last() : until;
  }
}
