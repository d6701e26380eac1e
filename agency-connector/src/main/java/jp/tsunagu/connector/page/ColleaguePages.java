package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.colleague.Assignments;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.ColleagueForms;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.web.Assignees;
import jp.tsunagu.connector.web.OwnWork;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.site.FormPage;
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

/** この機関の人: who is here, who is away or has left, and who goes on; who leads it changes it. */
@Controller
class ColleaguePages {

  private static final String ADDRESS = Window.ROOT + "/colleagues";

  private final Window window;
  private final OwnWork work;
  private final Assignees assignees;
  private final Assignments assignments;

  ColleaguePages(Window window, OwnWork work, Assignees assignees, Assignments assignments) {
    this.window = window;
    this.work = work;
    this.assignees = assignees;
    this.assignments = assignments;
  }

  /**
   * A colleague in the list.
   *
   * @param inHand how many open referrals she has
   */
  record Line(UUID id, String name, boolean leads, Absence absence, int inHand, boolean isOwn) {}

  /**
   * Whether she is away or has left.
   *
   * @param isKnown whether either is recorded, for today or for a day to come
   * @param after who looks after her work today where that is somebody else; empty where she does
   */
  record Absence(
      @Nullable LocalDate awayUntil, @Nullable LocalDate leftFrom, boolean isKnown, String after) {

    private static Absence of(Colleague one, Team team) {
      return new Absence(
          team.isAway(one) ? one.awayUntil().orElse(null) : null,
          one.leftFrom().orElse(null),
          team.isAway(one) || one.leftFrom().isPresent(),
          team.hasLeft(one) || team.isAway(one) ? team.afterIn(one.id()) : "");
    }
  }

  /** A form about one of them that is open below the list. */
  record Doing(
      UUID who, String name, OwnWork.Change change, FormPage form, @Nullable Problem refusal) {}

  @GetMapping(ADDRESS)
  String all(
      Caller caller,
      Model model,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(name = "do", defaultValue = "") String change,
      @RequestParam(defaultValue = "") String done) {
    model.addAttribute("told", done.isEmpty() ? null : "記録しました。");
    work.led(caller, who)
        .ifPresent(
            led ->
                Codes.read(OwnWork.Change.class, change)
                    .ifPresent(
                        known ->
                            model.addAttribute(
                                "doing", doing(led, known, TypedForm.begun(begun(led.who()))))));
    return page(caller, model);
  }

  private static ObjectNode begun(Colleague who) {
    ObjectNode now = JsonNodeFactory.instance.objectNode();
    who.awayUntil().ifPresent(day -> now.put("until", day.toString()));
    who.leftFrom().ifPresent(day -> now.put("from", day.toString()));
    now.put("cover", who.cover().map(UUID::toString).orElse(ColleagueForms.LEADS.code()));
    return now;
  }

  private Doing doing(OwnWork.Led led, OwnWork.Change change, TypedForm typed) {
    Team team = assignees.team(led.agency());
    return new Doing(
        led.who().id(),
        led.who().called(),
        change,
        window.form(change.form(team, led.who().id()), typed),
        typed.refusal());
  }

  private String page(Caller caller, Model model) {
    AgencyId agency = Window.agency(caller);
    Team team = assignees.team(agency);
    Map<UUID, Integer> open = assignments.open(agency);
    Optional<UUID> me = Assignees.me(caller, team).map(Colleague::id);
    model.addAttribute("agency", agency.value());
    model.addAttribute("leads", caller instanceof Caller.AgencyStaff staff && staff.leads());
    model.addAttribute(
        "lines",
        team.all().stream()
            .map(
                one ->
                    new Line(
                        one.id(),
                        one.called(),
                        one.leads(),
                        Absence.of(one, team),
                        open.getOrDefault(one.id(), 0),
                        me.filter(one.id()::equals).isPresent()))
            .toList());
    model.addAttribute("covered", covered(assignees.lookedAfter(caller)));
    return "window/colleagues";
  }

  /** Whose handover list the reader may see. */
  private static List<UUID> covered(List<Colleague> lookedAfter) {
    return lookedAfter.stream().map(Colleague::id).toList();
  }

  @PostMapping(ADDRESS + "/{colleague}/back")
  Object back(Caller caller, @PathVariable String colleague) {
    Optional<OwnWork.Led> led = work.led(caller, colleague);
    if (led.isEmpty()) {
      return Window.missing();
    }
    work.back(led.get());
    return "redirect:" + done(caller);
  }

  @PostMapping(ADDRESS + "/{colleague}/absence")
  Object absence(
      Caller caller,
      @PathVariable String colleague,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    PagePost post = PagePost.of(request, response);
    return change(caller, colleague, OwnWork.Change.ABSENCE, model, post);
  }

  @PostMapping(ADDRESS + "/{colleague}/leaving")
  Object leaving(
      Caller caller,
      @PathVariable String colleague,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    PagePost post = PagePost.of(request, response);
    return change(caller, colleague, OwnWork.Change.LEAVING, model, post);
  }

  private Object change(
      Caller caller, String colleague, OwnWork.Change change, Model model, PagePost post) {
    Optional<OwnWork.Led> found = work.led(caller, colleague);
    if (found.isEmpty()) {
      return Window.missing();
    }
    OwnWork.Led led = found.get();
    return post.answer(
        FormPost.read(change.form(assignees.team(led.agency()), led.who().id()), post.values()),
        (_, typed) -> OwnPages.outcome(work.change(led, change, typed), done(caller)),
        typed -> {
          model.addAttribute("doing", doing(led, change, typed));
          return page(caller, model);
        });
  }

  private static String done(Caller caller) {
    return "/agencies/" + Window.agency(caller) + "/window/colleagues?done=1";
  }
}
