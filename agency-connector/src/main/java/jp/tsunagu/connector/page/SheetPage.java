package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.connector.draft.Saved;
import jp.tsunagu.connector.page.SheetDrafts.Kept;
import jp.tsunagu.connector.page.SheetDrafts.Writing;
import jp.tsunagu.connector.web.PagePosts;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.site.PagePost;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/**
 * つなぐシート: one page, made of the form's declaration, with what its receiver will read. Whatever is
 * posted is kept as a draft before anything else is done with it.
 */
@Controller
class SheetPage {

  private static final FieldProblem AUTHOR_MISSING =
      new FieldProblem(
          SheetView.ON_BEHALF_OF, "シートを書いた機関・参加者が選ばれていません。", "紙のシートを書いた機関・参加者を選んでください。");

  private final SheetView view;
  private final SheetDrafts drafts;
  private final AddedFiles files;
  private final PagePosts posts;

  SheetPage(SheetView view, SheetDrafts drafts, AddedFiles files, PagePosts posts) {
    this.view = view;
    this.drafts = drafts;
    this.files = files;
    this.posts = posts;
  }

  @GetMapping(Window.ROOT + "/sheet")
  String empty(Caller caller, Model model, @RequestParam(defaultValue = "false") boolean paper) {
    model.addAttribute(SheetView.PAPER, paper);
    Writing nothing =
        new Writing(
            SheetDrafts.owner(caller),
            Window.freshKey(),
            "",
            SheetBeginning.by(drafts.name(caller)),
            true);
    return view.page(nothing, List.of(), "", model);
  }

  @PostMapping(Window.ROOT + "/sheet")
  Object post(
      Caller caller, Model model, HttpServletRequest request, HttpServletResponse response) {
    PagePost post = PagePost.of(request, response);
    Map<String, String[]> posted = post.values();
    Writing writing = drafts.posted(caller, post);
    String more = post.more();
    model.addAttribute(SheetView.PAPER, posted.containsKey(SheetView.PAPER));
    if (post.isAddingAFile()) {
      return added(post, writing, model);
    }
    if (writing.isEmpty()) {
      return more.isEmpty() && !posted.containsKey("save") && !posted.containsKey("propose")
          ? sent(post, writing, model)
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
        ? view.preview(post, kept(writing, model).writing(), model)
        : sent(post, writing, model);
  }

  /** Who is proposed now, for a page whose fields were changed. */
  @PostMapping(Window.ROOT + "/sheet/receivers")
  String receivers(
      Caller caller, Model model, HttpServletRequest request, HttpServletResponse response) {
    return view.receivers(drafts.posted(caller, PagePost.of(request, response)), model);
  }

  /** What its receiver would read now, for a page whose fields were changed. */
  @PostMapping(Window.ROOT + "/sheet/preview")
  String preview(
      Caller caller, Model model, HttpServletRequest request, HttpServletResponse response) {
    return view.previewAlone(drafts.posted(caller, PagePost.of(request, response)), model);
  }

  private Object added(PagePost post, Writing writing, Model model) {
    ObjectNode typed = writing.typed().deepCopy();
    Optional<FieldProblem> wrong = files.add(writing.owner().agency(), post, typed);
    Writing with = writing.with(typed);
    return wrong.isPresent()
        ? view.refused(post, kept(with, model).writing(), List.of(wrong.get()), model)
        : view.page(kept(with, model).writing(), List.of(), "", model);
  }

  private Kept kept(Writing writing, Model model) {
    Kept kept = drafts.keep(writing);
    model.addAttribute("kept", drafts.told(kept.saved()));
    return kept;
  }

  private Object sent(PagePost post, Writing writing, Model model) {
    AgencyId agency = writing.owner().agency();
    if (Boolean.TRUE.equals(model.getAttribute(SheetView.PAPER))
        && !writing.typed().has(SheetView.ON_BEHALF_OF)) {
      return view.refused(post, kept(writing, model).writing(), List.of(AUTHOR_MISSING), model);
    }
    Optional<FieldProblem> leftBehind = AddedFiles.leftBehind(post);
    if (leftBehind.isPresent()) {
      return view.refused(post, kept(writing, model).writing(), List.of(leftBehind.get()), model);
    }
    PagePosts.Sent sent = new PagePosts.Sent(agency, writing.key(), null, writing.typed());
    if (!writing.isEmpty()) {
      Saved _ = drafts.save(writing);
    }
    return post.answer(
        writing.typed(),
        (_, _) ->
            posts
                .sheet(sent, () -> drafts.sent(writing))
                .toldAt(
                    told ->
                        own(writing)
                            + "cases/"
                            + told.path("caseId").asString("")
                            + Window.done(told)),
        typed -> {
          model.addAttribute("refusal", typed.refusal());
          Writing goesOn = writing.isEmpty() ? writing : kept(writing, model).writing();
          return view.page(goesOn, typed.problems(), "", model);
        });
  }

  private static String own(Writing writing) {
    return "/agencies/" + writing.owner().agency() + "/window/";
  }
}
