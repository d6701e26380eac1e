package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.command.CommandForms;
import jp.tsunagu.connector.web.PagePosts;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.FlowRequirement;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.contract.lifecycle.StepPapers;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.site.FormPage;
import jp.tsunagu.runtime.site.FormPost;
import jp.tsunagu.runtime.site.PagePost;
import jp.tsunagu.runtime.site.TypedForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/**
 * 多機関協働 of one case: asked for, taken on, handed back with who stays alongside (つなぎ戻し, 主担当),
 * closed. It offers what this agency can do; the network decides.
 */
@Controller
class CoordinationPage {

  private static final String ADDRESS = Window.ROOT + "/cases/{caseId}/coordination";

  /** What they seldom have. */
  private static final Set<String> SELDOM =
      Set.of(
          "occurredAt",
          "phonedAt",
          "onBehalfOf",
          "exception",
          "noteBasis",
          "noteStatute",
          "staff",
          "persons",
          "household");

  private static final Map<String, FlowStep> STEPS =
      Map.of(
          "support-decision", FlowStep.SUPPORT_DECISION,
          "hand-back", FlowStep.HAND_BACK,
          "close-coordination", FlowStep.CLOSING,
          "report-result", FlowStep.RESULT_REPORT);

  private final Window window;
  private final PagePosts posts;

  CoordinationPage(Window window, PagePosts posts) {
    this.window = window;
    this.posts = posts;
  }

  /**
   * A form that is open below the steps.
   *
   * @param papers what it waits for in this city
   */
  record Doing(CommandForm form, FormPage page, String key, List<Paper> papers) {}

  /**
   * What a step waits for.
   *
   * @param here whether the case has it, as far as this agency sees
   */
  record Paper(String label, boolean here) {}

  @GetMapping(ADDRESS)
  Object show(
      Caller caller,
      @PathVariable String caseId,
      Model model,
      @RequestParam(name = "do", defaultValue = "") String doing) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    if (found.isEmpty()) {
      return Window.missing();
    }
    model.addAttribute(
        "doing",
        form(doing).map(form -> filled(found.get(), form, TypedForm.empty())).orElse(null));
    return page(found.get(), model);
  }

  @PostMapping(ADDRESS + "/{name}")
  Object post(
      Caller caller,
      @PathVariable String caseId,
      @PathVariable String name,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    Optional<CommandForm> form = form(name);
    if (found.isEmpty() || form.isEmpty()) {
      return Window.missing();
    }
    PagePost post = PagePost.of(request, response);
    return post.answer(
        FormPost.read(form.get().body(), post.values()),
        (key, typed) -> sent(found.get(), form.get(), key, typed),
        typed -> {
          model.addAttribute("refusal", typed.refusal());
          model.addAttribute("doing", filled(found.get(), form.get(), typed));
          return page(found.get(), model);
        });
  }

  private PagePost.Outcome sent(CasePage found, CommandForm form, String key, ObjectNode typed) {
    return posts
        .command(new PagePosts.Sent(found.agency(), key, null, typed), form, found.target())
        .toldAt(told -> found.address("") + Window.done(told));
  }

  private static Optional<CommandForm> form(String name) {
    return CommandForms.all().stream()
        .filter(form -> form.words().group() == CommandForm.Group.COORDINATION)
        .filter(form -> form.name().equals(name))
        .findFirst();
  }

  private Doing filled(CasePage found, CommandForm form, TypedForm typed) {
    return new Doing(
        form,
        new FormPage(
            form.body(),
            window.directory(),
            typed.content(),
            typed.problems(),
            typed.more(),
            seldom(form)),
        Window.freshKey(),
        papers(found, form));
  }

  /** What must be filled in is never put aside. */
  private static Set<String> seldom(CommandForm form) {
    Set<String> seldom = new HashSet<>(SELDOM);
    form.body().fields().stream()
        .filter(FormField::required)
        .map(FormField::name)
        .forEach(seldom::remove);
    return seldom;
  }

  private List<Paper> papers(CasePage found, CommandForm form) {
    FlowStep step = STEPS.get(form.name());
    return step == null
        ? List.of()
        : found.state().stream()
            .map(state -> new StepPapers(state, step, TokyoTime.dateOf(window.now())))
            .flatMap(papers -> papers(papers, step))
            .toList();
  }

  /** What the step itself brings (役割) stands in its form. */
  private Stream<Paper> papers(StepPapers papers, FlowStep step) {
    return window.directory().requirements(step).stream()
        .filter(requirement -> requirement != FlowRequirement.ROLES_AND_LEAD)
        .map(requirement -> new Paper(requirement.label(), papers.holds(requirement)));
  }

  private String page(CasePage found, Model model) {
    Coordination coordination =
        found.state().map(state -> state.coordination()).orElse(new Coordination.None());
    found.show(model);
    model.addAttribute("standing", standing(coordination));
    model.addAttribute(
        "steps",
        names(coordination, found.agency()).stream().flatMap(name -> form(name).stream()).toList());
    return "window/coordination";
  }

  private String standing(Coordination coordination) {
    return switch (coordination) {
      case Coordination.None _ -> "まだ依頼されていません。";
      case Coordination.Requested asked ->
          window.nameOf(asked.requestedBy())
              + "が"
              + window.nameOf(asked.coordinator())
              + "に依頼しました。返事を待っています。";
      case Coordination.Open open -> window.nameOf(open.coordinator()) + "が調整しています。";
      case Coordination.Closed closed ->
          window.nameOf(closed.coordinator()) + "の調整は終わりました。各機関の支援は続きます。";
    };
  }

  /** What this agency can do now, the usual one first. */
  private static List<String> names(Coordination coordination, AgencyId agency) {
    return switch (coordination) {
      case Coordination.None _ -> List.of("request-coordination");
      case Coordination.Closed _ -> List.of("report-result", "request-coordination");
      case Coordination.Requested asked ->
          asked.coordinator().equals(agency)
              ? List.of("accept-coordination", "screening")
              : List.of();
      case Coordination.Open open ->
          open.coordinator().equals(agency)
              ? List.of(
                  "hand-back",
                  "record-form",
                  "screening",
                  "support-decision",
                  "report-result",
                  "appoint-member",
                  "release-member",
                  "change-coordinator",
                  "close-coordination")
              : List.of();
    };
  }
}
