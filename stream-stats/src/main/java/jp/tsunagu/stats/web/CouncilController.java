package jp.tsunagu.stats.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.paper.PaperAnswer;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.stats.export.CouncilPaper;
import jp.tsunagu.stats.report.CouncilFigures;
import jp.tsunagu.stats.view.Answer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a city tells its council: as numbers, and as one A4 page with the same numbers. */
@Tag(name = "年度の表", description = "年度は4月1日から3月31日まで。year は年度の始まりの西暦")
@RestController
final class CouncilController {

  private final Overviews overviews;
  private final ReportDesk desk;

  CouncilController(Overviews overviews, ReportDesk desk) {
    this.overviews = overviews;
    this.desk = desk;
  }

  @Operation(
      summary = "議会用の数",
      description = "何件を、何日で、何割が回答なし、前年は。保護案件は入らず、小さい数は非公開。同じ数の A4 は /api/figures.pdf")
  @Gives(value = CouncilView.class, description = "議会用の数")
  @PeriodParameters
  @GetMapping(FigureAddresses.COUNCIL)
  ResponseEntity<Object> figures(
      Caller caller,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    return respond(
        caller,
        parameters,
        paper ->
            ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(CouncilView.of(paper)));
  }

  @Operation(summary = "議会用の1枚(A4、PDF)", description = "/api/figures と同じ数を、1枚に印刷する")
  @Gives(value = byte[].class, as = "application/pdf", description = "議会用の1枚")
  @PeriodParameters
  @GetMapping(FigureAddresses.COUNCIL_PAPER)
  ResponseEntity<Object> paper(
      Caller caller,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    return respond(caller, parameters, paper -> PaperAnswer.pdf(paper.title(), paper.pdf()));
  }

  private ResponseEntity<Object> respond(
      Caller caller,
      MultiValueMap<String, String> parameters,
      Function<CouncilPaper, ResponseEntity<Object>> written) {
    if (!Rights.seesAll(caller)) {
      return ProblemCode.ONLY_DESK_AND_MANAGERS.problem().response();
    }
    return PeriodQuery.answered(
        parameters,
        query ->
            switch (overviews.council(query)) {
              case Answer.Found<CouncilFigures>(CouncilFigures figures) ->
                  written.apply(desk.paper(figures));
              case Answer.NotReady<CouncilFigures> notReady ->
                  CommonProblem.NOT_READY.problem().response(notReady.retryAfter());
            },
        Problem::response);
  }
}
