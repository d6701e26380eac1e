package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.connector.register.EntryKind;
import jp.tsunagu.connector.register.IssueForms;
import jp.tsunagu.connector.register.NotedIssue;
import jp.tsunagu.connector.register.Occurrences;
import jp.tsunagu.connector.register.RegisterWork;
import jp.tsunagu.connector.view.IssueView;
import jp.tsunagu.contract.directory.CommunityIssue;
import jp.tsunagu.contract.directory.IssueStage;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.id.IssueId;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.site.FormPost;
import jp.tsunagu.runtime.site.PagePost;
import jp.tsunagu.runtime.site.TypedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What was noticed to be missing (地域課題) for the household of a case; which one stays with the
 * agency.
 */
@Controller
class CaseIssuePage {

  private static final String ADDRESS = Window.ROOT + "/cases/{caseId}/issues";
  private static final String END = "/issues";
  private static final String RECORDED = "recorded";
  private static final String TAKEN_BACK = "taken-back";
  private static final Map<String, String> TOLD =
      Map.of(
          RECORDED, "記録しました。どの世帯で気づいたかは、ほかの機関に伝わりません。",
          TAKEN_BACK, "取り消しました。この世帯は数えられません。もう一度記録できます。");
  private static final Set<IssueStage> CLOSED = EnumSet.of(IssueStage.DONE, IssueStage.SET_ASIDE);

  private final Window window;
  private final RegisterWork work;
  private final Occurrences occurrences;

  CaseIssuePage(Window window, RegisterWork work, Occurrences occurrences) {
    this.window = window;
    this.work = work;
    this.occurrences = occurrences;
  }

  /**
   * A 地域課題.
   *
   * @param noted what this agency noted of it for the household; null for nothing
   */
  record Line(IssueView view, @Nullable NotedIssue noted) {}

  @GetMapping(ADDRESS)
  Object show(
      Caller caller,
      @PathVariable String caseId,
      Model model,
      @RequestParam(name = "do", defaultValue = "") String doing,
      @RequestParam(defaultValue = "") String programme,
      @RequestParam(defaultValue = "") String done) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    if (found.isEmpty()) {
      return Window.missing();
    }
    model.addAttribute("told", TOLD.get(done));
    return page(
        found.get(),
        model,
        doing.equals("record")
            ? form(TypedForm.begun(IssueForms.begun(Codes.read(Programme.class, programme))))
            : null);
  }

  @PostMapping(ADDRESS)
  Object record(
      Caller caller,
      @PathVariable String caseId,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    if (found.isEmpty()) {
      return Window.missing();
    }
    CasePage page = found.get();
    PagePost post = PagePost.of(request, response);
    return post.answer(
        FormPost.read(IssueForms.OUTLINE, post.values()),
        (key, typed) ->
            RegisterForm.outcome(
                occurrences.report(
                    page.agency(),
                    work.record(EntryKind.ISSUE, page.agency(), key, typed),
                    page.caseId()),
                page.address(END) + "?done=" + RECORDED),
        typed -> page(page, model, form(typed)));
  }

  @PostMapping(ADDRESS + "/{issueId}")
  Object report(Caller caller, @PathVariable String caseId, @PathVariable String issueId) {
    return noted(caller, caseId, issueId, new Noting(occurrences::report, RECORDED));
  }

  @PostMapping(ADDRESS + "/{issueId}/take-back")
  Object takeBack(Caller caller, @PathVariable String caseId, @PathVariable String issueId) {
    return noted(caller, caseId, issueId, new Noting(occurrences::takeBack, TAKEN_BACK));
  }

  /** What becomes of a 地域課題 for the household of a case, and how the page says that it did. */
  private record Noting(Occurrences.Noting noting, String done) {}

  private Object noted(Caller caller, String caseId, String issueId, Noting noting) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    Optional<CommunityIssue> issue = work.find(EntryKind.ISSUE, issueId);
    if (found.isEmpty() || issue.isEmpty()) {
      return Window.missing();
    }
    CasePage page = found.get();
    noting.noting().note(page.agency(), issue.get().issueId(), page.caseId());
    return "redirect:" + page.address(END) + "?done=" + noting.done();
  }

  private RegisterForm form(TypedForm typed) {
    return RegisterForm.of(
        window, new RegisterForm.Sent("", IssueForms.OUTLINE, IssueForms.OUTLINE.title()), typed);
  }

  private String page(CasePage found, Model model, @Nullable RegisterForm doing) {
    Map<IssueId, NotedIssue> noted =
        occurrences.of(found.agency(), found.caseId()).stream()
            .collect(Collectors.toUnmodifiableMap(NotedIssue::issueId, Function.identity()));
    found.show(model);
    model.addAttribute("doing", doing);
    model.addAttribute(
        "lines",
        work.all(EntryKind.ISSUE).stream()
            .filter(one -> noted.containsKey(one.issueId()) || !CLOSED.contains(one.stage()))
            .map(one -> new Line(IssueView.of(one, window.directory()), noted.get(one.issueId())))
            .toList());
    return "window/case-issues";
  }
}
