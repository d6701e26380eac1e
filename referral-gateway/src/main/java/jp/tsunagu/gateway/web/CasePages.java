package jp.tsunagu.gateway.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.page.Query;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * One case from outside (全体像), for desk and managers: what they may not know of is here, as at the
 * interface, what does not exist.
 */
@Controller
final class CasePages {

  private static final String AS_AT = "asAt";

  private final CaseController cases;

  CasePages(CaseController cases) {
    this.cases = cases;
  }

  @Parameter(name = AS_AT, in = ParameterIn.QUERY, description = "いつの時点か")
  @GetMapping("/desk/cases/{caseId}")
  Object one(
      Caller caller,
      @PathVariable String caseId,
      @RequestParam MultiValueMap<String, String> parameters) {
    Query query = new Query(Pages.filledIn(parameters));
    Instant asAt = query.moment(AS_AT);
    return Pages.of(
        query.answered(
            () ->
                cases.history(
                    caller,
                    caseId,
                    asAt,
                    (reading, known, history) ->
                        CasePage.of(
                            reading,
                            cases.timeline(reading, known, asAt, history),
                            history.state()))),
        CasePage.class,
        page ->
            new ModelAndView(
                "desk/case",
                Map.of(
                    "page",
                    page,
                    "asked",
                    Objects.requireNonNullElse(parameters.getFirst(AS_AT), ""))));
  }
}
