package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.lost.Decision;
import jp.tsunagu.connector.lost.LostDesk;
import jp.tsunagu.connector.lost.LostItem;
import jp.tsunagu.connector.view.LostView;
import jp.tsunagu.connector.web.Assignees;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.site.PagePost;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 網が覚えていない連絡: what a restored network has lost; anybody of the agency decides about it. */
@Controller
class LostPage {

  private static final String ADDRESS = Window.ROOT + "/lost";

  private final Window window;
  private final Assignees assignees;
  private final LostDesk desk;

  LostPage(Window window, Assignees assignees, LostDesk desk) {
    this.window = window;
    this.assignees = assignees;
    this.desk = desk;
  }

  /**
   * A line of the list.
   *
   * @param address where what it is about stands; null where that is nowhere any more
   * @param from who had acted; empty of what this agency had sent
   * @param decided what was decided, when and by whom; null while nobody has
   */
  record Line(
      LostView view,
      String number,
      @Nullable String address,
      String from,
      @Nullable Decided decided) {}

  /** That somebody decided; by nobody where the system did by itself. */
  record Decided(String decision, Instant at, String by) {}

  @GetMapping(ADDRESS)
  String show(Caller caller, Model model, @RequestParam(defaultValue = "") String done) {
    model.addAttribute("told", done.isEmpty() ? null : "記録しました。");
    return page(Window.agency(caller), "", model);
  }

  @PostMapping(ADDRESS + "/{lost}/decide")
  Object decide(
      Caller caller,
      @PathVariable long lost,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    AgencyId agency = Window.agency(caller);
    Optional<Decision> decision =
        Codes.read(Decision.class, PagePost.of(request, response).one("decision"));
    if (decision.isEmpty()) {
      return refused(agency, response, "どうするかを選んでください。何も変わっていません。", model);
    }
    return switch (desk.decide(agency, lost, decision.get(), by(caller))) {
      case DECIDED -> back(agency);
      case MISSING -> refused(agency, response, "ほかの人が先に決めたか、網が覚えていました。今の一覧です。", model);
      case NOT_FOR_IT -> refused(agency, response, "この連絡には選べません。何も変わっていません。", model);
    };
  }

  @PostMapping(ADDRESS + "/{lost}/decide-all")
  Object decideAll(Caller caller, @PathVariable long lost) {
    AgencyId agency = Window.agency(caller);
    desk.decideAll(agency, lost, by(caller));
    return back(agency);
  }

  private Optional<UUID> by(Caller caller) {
    return Assignees.me(caller, assignees.team(Window.agency(caller))).map(Colleague::id);
  }

  private static String back(AgencyId agency) {
    return "redirect:/agencies/" + agency + "/window/lost?done=yes";
  }

  private String refused(AgencyId agency, HttpServletResponse response, String wrong, Model model) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(agency, wrong, model);
  }

  private String page(AgencyId agency, String wrong, Model model) {
    Team team = assignees.team(agency);
    List<Line> open = desk.open(agency).stream().map(item -> line(agency, team, item)).toList();
    model.addAttribute("agency", agency.value());
    model.addAttribute("wrong", wrong);
    model.addAttribute("open", open);
    model.addAttribute("count", desk.count(agency));
    model.addAttribute("last", open.isEmpty() ? 0 : open.getLast().view().id());
    model.addAttribute(
        "settled", desk.decided(agency).stream().map(item -> line(agency, team, item)).toList());
    return "window/lost";
  }

  private Line line(AgencyId agency, Team team, LostItem item) {
    LostView view = LostView.of(item, window.directory());
    LostView.About about = view.about();
    return new Line(
        view,
        Window.called(about.caseNumber()),
        address(agency, about),
        about.from() == null ? "" : window.nameOf(about.from()),
        item.decided().map(one -> decided(team, one)).orElse(null));
  }

  private @Nullable String address(AgencyId agency, LostView.About about) {
    return about.caseId() != null
            && window.tools().records().findCase(agency, about.caseId()).isPresent()
        ? "/agencies/" + agency + "/window/cases/" + about.caseId()
        : null;
  }

  private static Decided decided(Team team, LostItem.Decided one) {
    return new Decided(
        one.decision().label(),
        one.at(),
        one.by().flatMap(team::find).map(team::labelled).orElse("自動(または機関のシステム)"));
  }
}
