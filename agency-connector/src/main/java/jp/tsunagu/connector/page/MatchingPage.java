package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.register.EntryKind;
import jp.tsunagu.connector.register.Matching;
import jp.tsunagu.connector.register.Placement;
import jp.tsunagu.connector.register.Placements;
import jp.tsunagu.connector.register.RegisterWork;
import jp.tsunagu.connector.register.ResourceForms;
import jp.tsunagu.connector.view.ResourceView;
import jp.tsunagu.connector.web.Readers;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.id.PlaceId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.site.FormPost;
import jp.tsunagu.runtime.site.PagePost;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** マッチング: the register beside a case, for whom this agency gives 参加支援, and what was found. */
@Controller
class MatchingPage {

  private static final String ADDRESS = Window.ROOT + "/cases/{caseId}/places";

  private final Window window;
  private final RegisterWork work;
  private final ResourceList resources;
  private final Matching matching;
  private final Placements placements;
  private final Household household;

  MatchingPage(
      Window window,
      RegisterWork work,
      ResourceList resources,
      Matching matching,
      Placements placements,
      Household household) {
    this.window = window;
    this.work = work;
    this.resources = resources;
    this.matching = matching;
    this.placements = placements;
    this.household = household;
  }

  /**
   * A place that was taken.
   *
   * @param givenBackAt null while it is held
   */
  record Held(
      PlaceId id,
      String person,
      String resource,
      boolean isSettled,
      Instant takenAt,
      @Nullable Instant givenBackAt) {}

  @GetMapping(ADDRESS)
  Object show(
      Caller caller,
      @PathVariable String caseId,
      Model model,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String field,
      @RequestParam(defaultValue = "") String done) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    if (found.isEmpty()) {
      return Window.missing();
    }
    model.addAttribute("told", done.isEmpty() ? null : "記録しました。だれのための席かは、ほかの機関に伝わりません。");
    return page(found.get(), model, request, Map.of("words", words, "area", area, "field", field));
  }

  @PostMapping(ADDRESS + "/{resourceId}")
  Object match(
      Caller caller,
      @PathVariable String caseId,
      @PathVariable String resourceId,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    Optional<CaseState> state = found.flatMap(CasePage::state);
    Optional<SocialResource> resource = work.find(EntryKind.RESOURCE, resourceId);
    if (state.isEmpty() || resource.isEmpty()) {
      return Window.missing();
    }
    CasePage page = found.orElseThrow();
    PagePost post = PagePost.of(request, response);
    return post.answer(
        FormPost.read(ResourceForms.MATCH, post.values()),
        (key, typed) ->
            RegisterForm.outcome(
                matching.match(page.agency(), resource.get(), key, state.get(), typed),
                page.address("/places") + "?done=1"),
        typed -> {
          model.addAttribute("refused", said(typed.refusal()));
          return page(page, model, request, Map.of());
        });
  }

  private static @Nullable String said(@Nullable Problem refusal) {
    if (refusal == null) {
      return null;
    }
    return refusal.errors().isEmpty()
        ? refusal.detail()
        : refusal.errors().getFirst().problem() + refusal.errors().getFirst().fix();
  }

  @PostMapping(ADDRESS + "/{placeId}/return")
  Object giveBack(Caller caller, @PathVariable String caseId, @PathVariable String placeId) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    Optional<Placement> place = found.flatMap(page -> place(page, placeId));
    if (place.isEmpty()) {
      return Window.missing();
    }
    CasePage page = found.orElseThrow();
    placements.giveBack(page.agency(), place.get());
    return "redirect:" + page.address("/places") + "?done=1";
  }

  /** A place of somebody of this case; one of another case is as one that nobody took. */
  private Optional<Placement> place(CasePage page, String placeId) {
    return Identifiers.isUuid(placeId)
        ? placements
            .find(page.agency(), new PlaceId(UUID.fromString(placeId)))
            .filter(place -> place.caseId().equals(page.caseId()))
        : Optional.empty();
  }

  private String page(
      CasePage found, Model model, HttpServletRequest request, Map<String, String> asked) {
    found.show(model);
    List<Coded> people = people(found, request);
    model.addAttribute("people", people);
    model.addAttribute("key", Window.freshKey());
    model.addAttribute("held", held(found, people));
    model.addAttribute(
        "lines",
        resources.found(resources.search(model, asked, true, false)).stream()
            .map(one -> ResourceView.of(one, window.directory(), today()))
            .toList());
    return "window/places";
  }

  /** For whom this agency looks for something. */
  private List<Coded> people(CasePage found, HttpServletRequest request) {
    List<String> matched =
        found
            .state()
            .map(state -> Matching.matched(state, found.agency()))
            .orElse(List.of())
            .stream()
            .map(person -> Integer.toString(person.number()))
            .toList();
    return matched.isEmpty()
        ? List.of()
        : found.offers(household, ResourceForms.MATCH, Readers.onPage(request)).persons().stream()
            .filter(person -> matched.contains(person.code()))
            .toList();
  }

  private List<Held> held(CasePage found, List<Coded> people) {
    return placements.of(found.agency(), found.caseId()).stream()
        .map(
            placement ->
                new Held(
                    placement.placeId(),
                    people.stream()
                        .filter(
                            one -> one.code().equals(Integer.toString(placement.person().number())))
                        .map(Coded::label)
                        .findFirst()
                        .orElse(placement.person().toString()),
                    work.find(EntryKind.RESOURCE, placement.resourceId().toString())
                        .map(resource -> resource.offer().what())
                        .orElse(""),
                    placement.isSettled(),
                    placement.takenAt(),
                    placement.givenBackAt()))
        .toList();
  }

  private LocalDate today() {
    return TokyoTime.dateOf(window.now());
  }
}
