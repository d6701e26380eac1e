package jp.tsunagu.stats.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.stats.figure.Audience;
import jp.tsunagu.stats.report.PdcaSheet;
import jp.tsunagu.stats.report.RegisterReports;
import jp.tsunagu.stats.report.YearReports;
import jp.tsunagu.stats.table.ReviewTable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "年度の振り返り", description = "記入欄のある表")
@RestController
@RequestMapping("/api")
final class YearController {

  private static final char REVIEW = 'w';

  private final ReportDesk desk;
  private final TableAnswers answers;

  YearController(ReportDesk desk, TableAnswers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @Operation(summary = "振り返り", description = "会議で扱った案件・多機関協働をした案件ごとの結果と課題。保護案件は入らない")
  @PageParameters
  @Gives(
      value = ReportView.class,
      files = {Form.TEXT, Form.EXCEL},
      description = "集計")
  @GetMapping("/tables/review")
  ResponseEntity<Object> review(
      Caller caller,
      @Parameter(description = "年度。省くと今年度") @RequestParam @Nullable FiscalYear year,
      @Parameter(description = "どの形で") @RequestParam(defaultValue = "JSON") Form format,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    return answers.paged(
        caller,
        Audience.EVERYBODY,
        format,
        REVIEW,
        new Query(parameters),
        facts -> YearReports.review(ReviewTable.of(facts, answers.fiscal(year)), desk.labels()));
  }

  @Operation(summary = "PDCAシート(時期ごと)", description = "時期ごとの項目と数。目標の欄はない")
  @Gives(
      value = ReportView.class,
      files = {Form.TEXT, Form.EXCEL},
      description = "集計")
  @GetMapping("/tables/pdca")
  ResponseEntity<Object> pdca(
      Caller caller,
      @Parameter(description = "振り返る年度。省くと、4月から11月までは前年度、12月からは今年度") @RequestParam
          @Nullable FiscalYear year,
      @Parameter(description = "どの形で") @RequestParam(defaultValue = "JSON") Form format) {
    RegisterReports register =
        new RegisterReports(desk.labels().directory(), TokyoTime.dateOf(desk.clock().instant()));
    FiscalYear about = year == null ? PdcaSheet.lookedBackAt(register.today()) : year;
    return answers.report(
        caller,
        format,
        facts -> PdcaSheet.of(facts, desk.rules(), about, register, desk.clock().instant()));
  }
}
