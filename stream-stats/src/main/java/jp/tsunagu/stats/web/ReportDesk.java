package jp.tsunagu.stats.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Function;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import jp.tsunagu.runtime.page.PageRequest;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.stats.directory.Choices;
import jp.tsunagu.stats.directory.CityRules;
import jp.tsunagu.stats.export.CouncilPaper;
import jp.tsunagu.stats.export.CsvExport;
import jp.tsunagu.stats.export.ExcelExport;
import jp.tsunagu.stats.report.CouncilFigures;
import jp.tsunagu.stats.report.Labels;
import jp.tsunagu.stats.report.Report;
import jp.tsunagu.stats.run.StatsEngine;
import jp.tsunagu.stats.table.CountingRules;
import jp.tsunagu.stats.view.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns reports into what HTTP answers. */
@Component
final class ReportDesk {

  private static final MediaType EXCEL = MediaType.parseMediaType(Form.EXCEL);

  private final StatsEngine engine;
  private final FollowedDirectory directory;
  private final Choices choices;
  private final Clock clock;

  ReportDesk(StatsEngine engine, FollowedDirectory directory, Choices choices, Clock clock) {
    this.engine = engine;
    this.directory = directory;
    this.choices = choices;
    this.clock = clock;
  }

  Clock clock() {
    return clock;
  }

  Labels labels() {
    return new Labels(directory.get());
  }

  CountingRules rules() {
    return CityRules.tables(directory.get(), choices);
  }

  /** Why the figures of this moment are 不完全; none where they are whole. */
  @Nullable String incomplete() {
    return Report.incomplete(engine.heldCases());
  }

  /** The page for the council, as of this moment. */
  CouncilPaper paper(CouncilFigures figures) {
    return new CouncilPaper(
        directory.get().settings().map(NetworkSettings::name).orElse(""),
        figures,
        clock.instant(),
        incomplete());
  }

  /** The report in the wished form; 503 with a time to wait where no number is right yet. */
  ResponseEntity<Object> respond(Answer<Report> answer, Form form) {
    return respond(answer, form, report -> ReportView.of(report, clock.instant()));
  }

  /** The same for one that grows with the cases: JSON in pages, files whole. */
  ResponseEntity<Object> respond(Answer<Report> answer, Form form, char list, PageRequest request) {
    return respond(
        answer,
        form,
        report -> ReportView.of(report, ReportRows.page(report, list, request), clock.instant()));
  }

  private ResponseEntity<Object> respond(
      Answer<Report> answer, Form form, Function<Report, ReportView> view) {
    return switch (answer) {
      case Answer.Found<Report>(Report report) -> written(report, form, view);
      case Answer.NotReady<Report> notReady ->
          CommonProblem.NOT_READY.problem().response(notReady.retryAfter());
    };
  }

  private ResponseEntity<Object> written(
      Report whole, Form form, Function<Report, ReportView> view) {
    Report report = whole.asOf(clock.instant()).without(engine.heldCases());
    return switch (form) {
      case JSON ->
          ResponseEntity.ok()
              .cacheControl(CacheControl.noStore())
              .contentType(MediaType.APPLICATION_JSON)
              .body(view.apply(report));
      case CSV -> file(report, "csv", csv("UTF-8"), CsvExport.utf8(report));
      case CSV_WINDOWS_31J -> file(report, "csv", csv("windows-31j"), CsvExport.windows31j(report));
      case XLSX -> file(report, "xlsx", EXCEL, ExcelExport.of(report));
    };
  }

  private static MediaType csv(String charset) {
    return MediaType.parseMediaType(Form.TEXT + ";charset=" + charset);
  }

  private static ResponseEntity<Object> file(
      Report report, String ending, MediaType type, byte[] body) {
    ContentDisposition disposition =
        ContentDisposition.attachment()
            .filename(report.name() + "." + ending, StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .contentType(type)
        .body(body);
  }
}
