package jp.tsunagu.gateway.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.PageRequest;
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
 * What the protection officer (保護担当) watches over: the protected cases and no other, each whole,
 * with who got which version of what. The door lets nobody else in.
 */
@Controller
final class ProtectionPages {

  static final String ADDRESS = "/desk/protected/";

  private static final String AS_AT = "asAt";

  private final ReadDesk desk;
  private final CaseController cases;

  ProtectionPages(ReadDesk desk, CaseController cases) {
    this.desk = desk;
    this.cases = cases;
  }

  /**
   * The list.
   *
   * @param toDecide how many need a decision now
   * @param next the rest; none at the end
   */
  record ProtectedList(int total, long toDecide, List<ProtectedRow> rows, @Nullable String next) {}

  @PageParameters
  @GetMapping(ADDRESS)
  Object all(Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
    Query query = new Query(PageAnswers.filledIn(parameters));
    PageRequest page = query.page(Lists.PROTECTED);
    return PageAnswers.of(
        desk.read(caller, reading -> query.answered(() -> ResponseEntity.ok(list(reading, page)))),
        ProtectedList.class,
        list -> new ModelAndView("desk/protected", Map.of("page", list)));
  }

  private static ProtectedList list(Reading reading, PageRequest request) {
    List<CaseState> guarded =
        reading.cases().olderThan(null).filter(reading.viewpoint()::guards).toList();
    Page<ProtectedRow> page =
        Page.of(
            guarded,
            request,
            state -> ProtectedRow.place(state, reading.today()),
            state -> ProtectedRow.of(state, reading));
    String cursor = page.nextCursor();
    return new ProtectedList(
        guarded.size(),
        guarded.stream()
            .map(state -> ProtectedRow.of(state, reading))
            .filter(ProtectedRow::isToDecide)
            .count(),
        page.items(),
        cursor == null ? null : ADDRESS + "?cursor=" + cursor);
  }

  @Parameter(name = AS_AT, in = ParameterIn.QUERY, description = "いつの時点か")
  @GetMapping(ADDRESS + "{caseId}")
  Object one(
      Caller caller,
      @PathVariable String caseId,
      @RequestParam MultiValueMap<String, String> parameters) {
    Query query = new Query(PageAnswers.filledIn(parameters));
    Instant asAt = query.moment(AS_AT);
    ResponseEntity<Object> disclosures = cases.disclosures(caller, caseId);
    return disclosures.getBody() instanceof DisclosuresView given
        ? CasePages.page(
            query.answered(() -> cases.page(caller, caseId, asAt)),
            Objects.requireNonNullElse(parameters.getFirst(AS_AT), ""),
            ADDRESS,
            given)
        : disclosures;
  }
}
