package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.tsunagu.connector.register.IssueForms;
import jp.tsunagu.connector.register.IssueMove;
import jp.tsunagu.connector.register.IssueWork;
import jp.tsunagu.connector.register.Occurrences;
import jp.tsunagu.connector.register.Wished;
import jp.tsunagu.connector.view.IssueView;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.CommunityIssue;
import jp.tsunagu.contract.directory.IssueStage;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.IssueId;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.Identifiers;
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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** 地域課題: what the city lacks, and what is done about it; every agency reads it. */
@Controller
class IssuePages {

  private static final String ADDRESS = Window.ROOT + "/issues";
  private static final RegisterForm.Sent RECORD =
      new RegisterForm.Sent("record", IssueForms.OUTLINE, IssueForms.OUTLINE.title());

  private final Window window;
  private final IssueWork work;
  private final Occurrences occurrences;

  IssuePages(Window window, IssueWork work, Occurrences occurrences) {
    this.window = window;
    this.work = work;
    this.occurrences = occurrences;
  }

  /**
   * A 地域課題 in the list.
   *
   * @param noticed for how many households this agency noticed it
   * @param moves what this agency can do with it
   */
  record Line(IssueView view, int noticed, boolean isOwn, List<IssueMove> moves) {}

  @GetMapping(ADDRESS)
  String all(
      Caller caller,
      Model model,
      @RequestParam(defaultValue = "") String stage,
      @RequestParam(name = "do", defaultValue = "") String doing,
      @RequestParam(defaultValue = "") String of,
      @RequestParam(defaultValue = "") String done) {
    AgencyId agency = Window.agency(caller);
    model.addAttribute("told", done.isEmpty() ? null : "記録しました。すべての機関に見えます。");
    model.addAttribute("doing", begun(agency, doing, of));
    return page(agency, model, Codes.read(IssueStage.class, stage).orElse(null));
  }

  private @Nullable RegisterForm begun(AgencyId agency, String doing, String of) {
    if (doing.equals(RECORD.action())) {
      return begun(RECORD, JsonNodeFactory.instance.objectNode());
    }
    Optional<CommunityIssue> own = find(of).filter(one -> work.mayChange(agency, one));
    if (doing.equals("change")) {
      return own.map(one -> begun(change(one), IssueForms.begun(one))).orElse(null);
    }
    return IssueMove.of(doing)
        .flatMap(move -> own.map(one -> begun(step(one, move), IssueForms.begun(one, today()))))
        .orElse(null);
  }

  private RegisterForm begun(RegisterForm.Sent sent, ObjectNode typed) {
    return RegisterForm.of(window, sent, TypedForm.begun(typed));
  }

  private static RegisterForm.Sent change(CommunityIssue one) {
    return new RegisterForm.Sent(
        one.issueId() + "/change", IssueForms.OUTLINE, one.outline().what() + ": 内容を変える");
  }

  private static RegisterForm.Sent step(CommunityIssue one, IssueMove move) {
    return new RegisterForm.Sent(
        one.issueId() + "/" + move.word(), move.form(), one.outline().what() + ": " + move.title());
  }

  private String page(AgencyId agency, Model model, @Nullable IssueStage stage) {
    Map<IssueId, Integer> noticed = occurrences.counts(agency);
    model.addAttribute("agency", agency.value());
    model.addAttribute("stage", stage);
    model.addAttribute("stages", GrowingCode.known(IssueStage.class));
    model.addAttribute(
        "lines",
        work.all().stream()
            .filter(one -> stage == null || one.stage() == stage)
            .map(one -> line(agency, one, noticed))
            .toList());
    return "window/issues";
  }

  private Line line(AgencyId agency, CommunityIssue one, Map<IssueId, Integer> noticed) {
    boolean isOwn = work.mayChange(agency, one);
    return new Line(
        IssueView.of(one, window.directory()),
        noticed.getOrDefault(one.issueId(), 0),
        isOwn,
        isOwn ? IssueMove.next(one) : List.of());
  }

  private LocalDate today() {
    return TokyoTime.dateOf(window.now());
  }

  private Optional<CommunityIssue> find(String id) {
    return Identifiers.isUuid(id) ? work.find(IssueId.of(id)) : Optional.empty();
  }

  @PostMapping(ADDRESS + "/record")
  Object record(
      Caller caller, Model model, HttpServletRequest request, HttpServletResponse response) {
    AgencyId agency = Window.agency(caller);
    return answer(
        agency,
        model,
        PagePost.of(request, response),
        RECORD,
        (key, typed) -> work.record(agency, key, typed));
  }

  @PostMapping(ADDRESS + "/{issueId}/{doing}")
  Object act(
      Caller caller,
      @PathVariable String issueId,
      @PathVariable String doing,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    AgencyId agency = Window.agency(caller);
    Optional<CommunityIssue> found = find(issueId);
    Optional<IssueMove> move = IssueMove.of(doing);
    if (found.isEmpty() || (move.isEmpty() && !doing.equals("change"))) {
      return Window.missing();
    }
    CommunityIssue one = found.get();
    PagePost post = PagePost.of(request, response);
    return answer(
        agency,
        model,
        post,
        move.map(step -> step(one, step)).orElseGet(() -> change(one)),
        (key, typed) -> {
          ObjectNode based = RegisterForm.based(typed, post);
          return move.isPresent()
              ? work.move(agency, one.issueId(), move.get(), key, based)
              : work.change(agency, one.issueId(), key, based);
        });
  }

  private Object answer(
      AgencyId agency,
      Model model,
      PagePost post,
      RegisterForm.Sent sent,
      BiFunction<String, ObjectNode, Wished<CommunityIssue>> use) {
    return post.answer(
        FormPost.read(sent.form(), post.values()),
        (key, typed) ->
            RegisterForm.outcome(
                use.apply(key, typed), "/agencies/" + agency + "/window/issues?done=1"),
        typed -> {
          model.addAttribute("doing", RegisterForm.of(window, sent, typed));
          return page(agency, model, null);
        });
  }
}
