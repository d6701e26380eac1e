package jp.tsunagu.stats.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.PageRequest;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.stats.report.RegisterReports;
import jp.tsunagu.stats.report.Report;
import jp.tsunagu.stats.view.Answer;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "社会資源と地域課題", description = "登録簿の今")
@RestController
@RequestMapping("/api")
final class RegisterController {

  private static final char RESOURCES = 'r';
  private static final char ISSUES = 'i';

  private final ReportDesk desk;

  RegisterController(ReportDesk desk) {
    this.desk = desk;
  }

  @Operation(summary = "社会資源", description = "分野と圏域ごとの件数・定員・空き")
  @PageParameters
  @Gives(
      value = ReportView.class,
      files = {Form.TEXT, Form.EXCEL},
      description = "集計")
  @GetMapping("/tables/resources")
  ResponseEntity<Object> resources(
      Caller caller,
      @Parameter(description = "true なら一件ずつ") @RequestParam(defaultValue = "false") boolean each,
      @Parameter(description = "どの形で") @RequestParam(defaultValue = "JSON") Form format,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    return answer(
        caller,
        format,
        RESOURCES,
        parameters,
        each ? RegisterReports::everyResource : RegisterReports::resources);
  }

  @Operation(summary = "地域課題", description = "段階・種類・圏域・事業ごとの数。5件未満の気づきは示しません。")
  @PageParameters
  @Gives(
      value = ReportView.class,
      files = {Form.TEXT, Form.EXCEL},
      description = "集計")
  @GetMapping("/tables/issues")
  ResponseEntity<Object> issues(
      Caller caller,
      @Parameter(description = "true なら一件ずつ") @RequestParam(defaultValue = "false") boolean each,
      @Parameter(description = "どの形で") @RequestParam(defaultValue = "JSON") Form format,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    return answer(
        caller,
        format,
        ISSUES,
        parameters,
        each ? RegisterReports::everyIssue : RegisterReports::issues);
  }

  private ResponseEntity<Object> answer(
      Caller caller,
      Form form,
      char list,
      MultiValueMap<String, String> parameters,
      Function<RegisterReports, Report> made) {
    if (!Rights.seesAll(caller)) {
      return ProblemCode.ONLY_DESK_AND_MANAGERS.problem().response();
    }
    Query query = new Query(parameters);
    PageRequest page = query.page(list);
    return query.answered(
        () -> desk.respond(new Answer.Found<>(made.apply(register())), form, list, page));
  }

  private RegisterReports register() {
    return new RegisterReports(desk.labels().directory(), TokyoTime.dateOf(desk.clock().instant()));
  }
}
