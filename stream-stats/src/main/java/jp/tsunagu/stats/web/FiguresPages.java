package jp.tsunagu.stats.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.report.TimesReport;
import jp.tsunagu.stats.report.Window;
import jp.tsunagu.stats.view.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The figures as pages (統計), for desk and managers: what the interface tells, to be looked at. */
@Controller
final class FiguresPages {

  private static final String NEWS = "/figures/news";

  private final Overviews overviews;
  private final LiveController live;
  private final TableController tables;
  private final RegisterController register;
  private final YearController years;
  private final ChangeStreams streams;

  FiguresPages(
      Overviews overviews,
      LiveController live,
      TableController tables,
      RegisterController register,
      YearController years,
      ChangeStreams streams) {
    this.overviews = overviews;
    this.live = live;
    this.tables = tables;
    this.register = register;
    this.years = years;
    this.streams = streams;
  }

  @PeriodParameters
  @GetMapping(FigureAddresses.OVERVIEW)
  Object overview(@RequestParam MultiValueMap<String, String> parameters) {
    return PeriodQuery.<Object>answered(parameters, this::overview, Problem::response);
  }

  private Object overview(PeriodQuery query) {
    return switch (overviews.page(query)) {
      case Answer.Found<OverviewPage>(OverviewPage found) ->
          new ModelAndView("figures/overview", Map.of("page", found, "live", NEWS));
      case Answer.NotReady<OverviewPage> notReady ->
          CommonProblem.NOT_READY.problem().response(notReady.retryAfter());
    };
  }

  /** What changed, for pages that are open; the same as the interface tells. */
  @Hidden
  @GetMapping(path = NEWS, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @ResponseBody
  @Nullable ResponseEntity<Object> news(
      @RequestParam @Nullable String after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      HttpServletRequest request,
      HttpServletResponse response) {
    return streams.lines().answer(request, response, last == null ? after : last);
  }

  @GetMapping("/figures/caseload")
  Object caseload(Caller caller) {
    return table(live.caseload(caller, Form.JSON), "/api/caseload");
  }

  @GetMapping("/figures/flow")
  Object flow(
      Caller caller,
      @RequestParam @Nullable LocalDate from,
      @RequestParam @Nullable LocalDate until) {
    return table(
        live.flow(caller, from, until, Form.JSON),
        address("/api/flow", "from", from, "until", until));
  }

  @GetMapping("/figures/times")
  Object times(
      Caller caller,
      @RequestParam(defaultValue = "FISCAL_YEAR") Window window,
      @RequestParam(defaultValue = "ALL") TimesReport.By by) {
    return table(
        live.times(caller, window, by, Form.JSON),
        address("/api/times", "window", window, "by", by));
  }

  @GetMapping("/figures/answers")
  Object answers(Caller caller, @RequestParam(defaultValue = "FISCAL_YEAR") Window window) {
    return table(
        live.answers(caller, window, Form.JSON), address("/api/answers", "window", window));
  }

  @GetMapping("/figures/outcomes")
  Object outcomes(Caller caller, @RequestParam(defaultValue = "FISCAL_YEAR") Window window) {
    return table(
        live.outcomes(caller, window, Form.JSON), address("/api/outcomes", "window", window));
  }

  @GetMapping("/figures/consultations")
  Object consultations(Caller caller, @RequestParam @Nullable FiscalYear year) {
    return table(
        tables.consultations(caller, year, Form.JSON),
        address("/api/tables/consultations", "year", year == null ? null : year.startYear()));
  }

  @GetMapping("/figures/programmes")
  Object programmes(Caller caller, @RequestParam @Nullable FiscalYear year) {
    return table(
        tables.programmes(caller, year, Form.JSON),
        address("/api/tables/programmes", "year", year == null ? null : year.startYear()));
  }

  @GetMapping("/figures/supports")
  Object supports(Caller caller, @RequestParam @Nullable FiscalYear year) {
    return table(
        tables.supports(caller, year, Form.JSON),
        address("/api/tables/supports", "year", year == null ? null : year.startYear()));
  }

  @PageParameters
  @GetMapping("/figures/meetings")
  Object meetings(Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
    return table(
        tables.meetings(caller, null, null, false, Form.JSON, parameters), "/api/tables/meetings");
  }

  @PageParameters
  @GetMapping("/figures/gaps")
  Object gaps(
      Caller caller,
      @RequestParam @Nullable LocalDate from,
      @RequestParam @Nullable LocalDate until,
      @RequestParam MultiValueMap<String, String> parameters) {
    return table(
        tables.gaps(caller, from, until, Form.JSON, parameters),
        address("/api/tables/gaps", "from", from, "until", until));
  }

  @PageParameters
  @GetMapping("/figures/resources")
  Object resources(
      Caller caller,
      @RequestParam(defaultValue = "false") boolean each,
      @RequestParam MultiValueMap<String, String> parameters) {
    return table(
        register.resources(caller, each, Form.JSON, parameters),
        address("/api/tables/resources", "each", each));
  }

  @PageParameters
  @GetMapping("/figures/issues")
  Object issues(
      Caller caller,
      @RequestParam(defaultValue = "false") boolean each,
      @RequestParam MultiValueMap<String, String> parameters) {
    return table(
        register.issues(caller, each, Form.JSON, parameters),
        address("/api/tables/issues", "each", each));
  }

  @PageParameters
  @GetMapping("/figures/review")
  Object review(
      Caller caller,
      @RequestParam @Nullable FiscalYear year,
      @RequestParam MultiValueMap<String, String> parameters) {
    return table(
        years.review(caller, year, Form.JSON, parameters),
        address("/api/tables/review", "year", year == null ? null : year.startYear()));
  }

  @GetMapping("/figures/pdca")
  Object pdca(Caller caller, @RequestParam @Nullable FiscalYear year) {
    return table(
        years.pdca(caller, year, Form.JSON),
        address("/api/tables/pdca", "year", year == null ? null : year.startYear()));
  }

  @PageParameters
  @GetMapping("/figures/explanation")
  Object explanation(
      Caller caller,
      @RequestParam String bucket,
      @RequestParam @Nullable String until,
      @RequestParam Measure measure,
      @RequestParam MultiValueMap<String, String> parameters) {
    return table(
        tables.explanation(caller, bucket, until, measure, Form.JSON, parameters),
        address("/api/explanation", "bucket", bucket, "until", until, "measure", measure));
  }

  /** The table as a page; what the interface refuses is refused here. */
  private static Object table(ResponseEntity<Object> answer, String file) {
    return answer.getBody() instanceof ReportView report
        ? new ModelAndView("figures/table", Map.of("table", TablePage.of(report, file)))
        : answer;
  }

  /** An address with those of these parameters that are given; names and values in turn. */
  private static String address(String path, @Nullable Object... parameters) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    for (int i = 0; i + 1 < parameters.length; i += 2) {
      Object value = parameters[i + 1];
      if (value != null) {
        address.queryParam(String.valueOf(parameters[i]), value);
      }
    }
    return address.toUriString();
  }
}
