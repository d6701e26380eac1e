package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.draft.Saved;
import jp.tsunagu.connector.page.SheetDrafts.Kept;
import jp.tsunagu.connector.page.SheetDrafts.Writing;
import jp.tsunagu.connector.web.PagePosts;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * つなぐシート: one page, made of the form's declaration, with what its receiver will read. Whatever is
 * posted is kept as a draft before anything else is done with it.
 */
@Controller
class SheetPage {

  private final SheetView view;
  private final SheetDrafts drafts;
  private final PagePosts posts;

  SheetPage(SheetView view, SheetDrafts drafts, PagePosts posts) {
    this.view = view;
    this.drafts = drafts;
    this.posts = posts;
  }

  @GetMapping(Window.ROOT + "/sheet")
  String empty(Caller caller, Model model) {
    Writing nothing =
        new Writing(
            SheetDrafts.owner(caller),
            Window.freshKey(),
            "",
            JsonNodeFactory.instance.objectNode());
    return view.page(nothing, List.of(), "", model);
  }

  @PostMapping(Window.ROOT + "/sheet")
  String post(Caller caller, Model model, HttpServletRequest request) {
    Map<String, String[]> posted = request.getParameterMap();
    Writing writing = SheetDrafts.posted(caller, posted);
    String more = Posted.one(posted, "more");
    if (writing.isEmpty()) {
      return more.isEmpty() && !posted.containsKey("save") && !posted.containsKey("propose")
          ? sent(writing, model)
          : view.page(writing, List.of(), more, model);
    }
    if (!more.isEmpty() || posted.containsKey("propose")) {
      return view.page(kept(writing, model).writing(), List.of(), more, model);
    }
    if (posted.containsKey("save")) {
      Kept kept = kept(writing, model);
      return kept.saved() instanceof Saved.Kept
          ? "redirect:" + own(writing) + "drafts/" + kept.writing().key()
          : view.page(kept.writing(), List.of(), "", model);
    }
    return posted.containsKey("preview")
        ? view.preview(kept(writing, model).writing(), model)
        : sent(writing, model);
  }

  /** Who is proposed now, for a page whose fields were changed. */
  @PostMapping(Window.ROOT + "/sheet/receivers")
  String receivers(Caller caller, Model model, HttpServletRequest request) {
    return view.receivers(SheetDrafts.posted(caller, request.getParameterMap()), model);
  }

  /** What its receiver would read now, for a page whose fields were changed. */
  @PostMapping(Window.ROOT + "/sheet/preview")
  String preview(Caller caller, Model model, HttpServletRequest request) {
    return view.previewAlone(SheetDrafts.posted(caller, request.getParameterMap()), model);
  }

  private Kept kept(Writing writing, Model model) {
    Kept kept = drafts.keep(writing);
    model.addAttribute("kept", drafts.told(kept.saved()));
    return kept;
  }

  private String sent(Writing writing, Model model) {
    AgencyId agency = writing.owner().agency();
    PagePosts.Sent sent = new PagePosts.Sent(agency, writing.key(), null, writing.typed());
    if (!writing.isEmpty()) {
      Saved _ = drafts.save(writing);
    }
    return switch (posts.sheet(sent, () -> drafts.sent(writing))) {
      case PagePosts.Outcome.Stored(var told) -> {
        String command = told.path("commandIds").path(0).asString("");
        yield "redirect:"
            + own(writing)
            + "cases/"
            + told.path("caseId").asString("")
            + "?done="
            + command;
      }
      case PagePosts.Outcome.Refused(Problem problem) -> refused(writing, problem, model);
    };
  }

  private String refused(Writing writing, Problem problem, Model model) {
    boolean isForm = problem.code().equals(CommonProblem.FORM_INVALID.code());
    model.addAttribute("refusal", isForm ? null : problem);
    Writing goesOn = writing.isEmpty() ? writing : kept(writing, model).writing();
    return view.page(goesOn, isForm ? problem.errors() : List.of(), "", model);
  }

  private static String own(Writing writing) {
    return "/agencies/" + writing.owner().agency() + "/window/";
  }
}
