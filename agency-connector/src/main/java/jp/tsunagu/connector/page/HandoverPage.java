package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.ColleagueForms;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.draft.Drafts;
import jp.tsunagu.connector.draft.Drafts.Owner;
import jp.tsunagu.connector.record.Hands;
import jp.tsunagu.connector.record.ReferralQuery;
import jp.tsunagu.connector.web.Assignees;
import jp.tsunagu.connector.web.OwnWork;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.site.FormPost;
import jp.tsunagu.runtime.site.PagePost;
import jp.tsunagu.runtime.site.TypedForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 引継ぎ一覧: what somebody has in hand and has begun, for herself, for who leads the agency and for who
 * looks after it today; on paper by the browser. Of drafts it says no name: their content is read
 * where they are opened.
 */
@Controller
class HandoverPage {

  /** So many open referrals are listed; whoever has more is told so. */
  private static final int MOST = 200;

  private static final String ADDRESS = Window.ROOT + "/colleagues/{colleague}/handover";

  private final Window window;
  private final OwnWork work;
  private final Assignees assignees;
  private final Drafts drafts;

  HandoverPage(Window window, OwnWork work, Assignees assignees, Drafts drafts) {
    this.window = window;
    this.work = work;
    this.assignees = assignees;
    this.drafts = drafts;
  }

  @GetMapping(ADDRESS)
  Object list(
      Caller caller,
      @PathVariable String colleague,
      Model model,
      @RequestParam(defaultValue = "") String done) {
    Optional<Colleague> who = who(caller, colleague);
    if (who.isEmpty()) {
      return Window.missing();
    }
    model.addAttribute("told", done.isEmpty() ? null : "担当を変えました。ほかの機関には伝わりません。");
    return page(caller, who.get(), TypedForm.empty(), model);
  }

  /** Those that are chosen go to one colleague. */
  @PostMapping(ADDRESS)
  Object give(
      Caller caller,
      @PathVariable String colleague,
      Model model,
      @RequestParam(defaultValue = "") List<String> leg,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Colleague> who = who(caller, colleague);
    if (who.isEmpty()) {
      return Window.missing();
    }
    AgencyId agency = Window.agency(caller);
    PagePost post = PagePost.of(request, response);
    List<ReferralId> legs =
        leg.stream()
            .distinct()
            .limit(MOST)
            .filter(Identifiers::isUuid)
            .map(ReferralId::of)
            .toList();
    String done = "/agencies/" + agency + "/window/colleagues/" + colleague + "/handover?done=1";
    return post.answer(
        FormPost.read(ColleagueForms.assignment(assignees.team(agency)), post.values()),
        (_, typed) ->
            OwnPages.outcome(work.handOver(caller, agency, who.get().id(), legs, typed), done),
        typed -> page(caller, who.get(), typed, model));
  }

  /** The one whose list it is, where the reader may see it. */
  private Optional<Colleague> who(Caller caller, String colleague) {
    Team team = assignees.team(Window.agency(caller));
    Optional<UUID> me = Assignees.me(caller, team).map(Colleague::id);
    boolean leads = caller instanceof Caller.AgencyStaff staff && staff.leads();
    return me.flatMap(
        own ->
            team.all().stream()
                .filter(one -> one.id().toString().equals(colleague))
                .filter(one -> leads || team.lookedAfterBy(own).contains(one.id()))
                .findFirst());
  }

  private String page(Caller caller, Colleague who, TypedForm typed, Model model) {
    AgencyId agency = Window.agency(caller);
    Team team = assignees.team(agency);
    Hands hands = new Hands(Set.of(who.id()), false);
    List<Window.Row> rows =
        window.rows(
            agency,
            window
                .tools()
                .records()
                .referrals(agency, new ReferralQuery(null, null, true, hands, null, MOST)));
    model.addAttribute("agency", agency.value());
    model.addAttribute("who", who.id());
    model.addAttribute("name", team.labelled(who));
    model.addAttribute("standing", team.afterIn(who.id()));
    model.addAttribute("rows", rows);
    model.addAttribute("isMore", rows.size() == MOST);
    model.addAttribute("drafts", drafts.of(new Owner(agency, who.account())));
    model.addAttribute("form", window.form(ColleagueForms.assignment(team), typed));
    return "window/handover";
  }
}
