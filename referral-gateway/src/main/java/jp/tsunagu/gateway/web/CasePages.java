package jp.tsunagu.gateway.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.time.Instant;
import java.util.Objects;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.runtime.site.PageAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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

  static final String ADDRESS = "/desk/cases/";

  private static final String AS_AT = "asAt";

  private final CaseController cases;

  CasePages(CaseController cases) {
    this.cases = cases;
  }

  @Parameter(name = AS_AT, in = ParameterIn.QUERY, description = "いつの時点か")
  @GetMapping(ADDRESS + "{caseId}")
  Object one(
      Caller caller,
      @PathVariable String caseId,
      @RequestParam MultiValueMap<String, String> parameters) {
    Query query = new Query(PageAnswers.filledIn(parameters));
    Instant asAt = query.moment(AS_AT);
    return page(
        query.answered(() -> cases.page(caller, caseId, asAt)),
        Objects.requireNonNullElse(parameters.getFirst(AS_AT), ""),
        ADDRESS,
        null);
  }

  /**
   * A case as a page.
   *
   * @param asked for which moment, as it stood in the address
   * @param address below which it stands
   * @param disclosures who got what; none for whoever may not know
   */
  static Object page(
      ResponseEntity<Object> answer,
      String asked,
      String address,
      @Nullable DisclosuresView disclosures) {
    return PageAnswers.of(
        answer,
        CasePage.class,
        page -> {
          ModelAndView shown = new ModelAndView("desk/case");
          shown.addObject("page", page);
          shown.addObject("asked", asked);
          shown.addObject("here", address + page.view().name().caseId());
          shown.addObject("given", disclosures);
          return shown;
        });
  }
}
