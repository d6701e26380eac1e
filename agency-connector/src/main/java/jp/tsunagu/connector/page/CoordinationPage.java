package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.page.CaseSteps.Paper;
import jp.tsunagu.connector.web.PagePosts;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.site.PagePost;
import jp.tsunagu.runtime.site.TypedForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 多機関協働 of one case: asked for, taken on, handed back with who stays alongside (つなぎ戻し, 主担当),
 * closed. It offers what this agency can do; the network decides.
 */
@Controller
class CoordinationPage {

  private static final String ADDRESS = Window.ROOT + "/cases/{caseId}/coordination";

  private static final Map<String, FlowStep> STEPS =
      Map.of(
          "support-decision", FlowStep.SUPPORT_DECISION,
          "hand-back", FlowStep.HAND_BACK,
          "close-coordination", FlowStep.CLOSING,
          "report-result", FlowStep.RESULT_REPORT);

  private final Window window;
  private final CaseSteps steps;

  CoordinationPage(Window window, PagePosts posts) {
    this.window = window;
    this.steps =
        new CaseSteps(
            window,
            posts,
            CommandForm.Group.COORDINATION,
            new CaseSteps.Place(this::papers, this::page));
  }

  @GetMapping(ADDRESS)
  Object show(
      Caller caller,
      @PathVariable String caseId,
      Model model,
      @RequestParam(name = "do", defaultValue = "") String doing) {
    return steps.show(CasePage.of(window, caller, caseId), model, doing, TypedForm.empty());
  }

  @PostMapping(ADDRESS + "/{name}")
  Object post(
      Caller caller,
      @PathVariable String caseId,
      @PathVariable String name,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return steps.post(
        CasePage.of(window, caller, caseId), name, model, PagePost.of(request, response));
  }

  private List<Paper> papers(CasePage found, CommandForm form, TypedForm typed) {
    FlowStep step = STEPS.get(form.name());
    return step == null
        ? List.of()
        : found.state().map(state -> steps.papers(state, step, null)).orElse(List.of());
  }

  private String page(CasePage found, Model model) {
    Coordination coordination =
        found.state().map(state -> state.coordination()).orElse(new Coordination.None());
    found.show(model);
    model.addAttribute("heading", CommandForm.Group.COORDINATION.label());
    model.addAttribute("place", "coordination");
    model.addAttribute("standing", List.of(standing(coordination)));
    model.addAttribute(
        "steps",
        names(coordination, found.agency()).stream()
            .flatMap(name -> steps.form(name).stream())
            .map(CaseSteps.Choice::of)
            .toList());
    return "window/steps";
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
