package jp.tsunagu.connector.page;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.record.CaseLookup;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.ReferralQuery;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.record.Side;
import jp.tsunagu.connector.web.Assignees;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.StageCode;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 受信 and 送信: the agency's referrals, newest first, and the way to one by its number. */
@Controller
class ListPages {

  static final int LENGTH = 20;
  private static final char REFERRALS = 'w';
  private static final List<Coded> STAGES = Codes.choices(StageCode.class);

  private final Window window;
  private final Assignees assignees;

  ListPages(Window window, Assignees assignees) {
    this.window = window;
    this.assignees = assignees;
  }

  @GetMapping(Window.ROOT + "/{side:received|sent}")
  Object referrals(
      Caller caller,
      Model model,
      @PathVariable String side,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(required = false) @Nullable String all,
      @RequestParam(required = false) @Nullable String assignee,
      @RequestParam(required = false) @Nullable String cursor) {
    window.live(model, Window.agency(caller));
    return list(
        caller,
        side.equals("received") ? Side.RECEIVER : Side.SENDER,
        new Asked(stage, all, assignee, cursor),
        model);
  }

  /** By the number people call a case by; names are sealed and cannot be searched for. */
  @GetMapping(Window.ROOT + "/find")
  Object find(Caller caller, Model model, @RequestParam(defaultValue = "") String number) {
    AgencyId agency = Window.agency(caller);
    return switch (window.tools().records().lookUp(agency, number.strip())) {
      case CaseLookup.Found(CaseView found) ->
          "redirect:/agencies/" + agency + "/window/cases/" + found.caseId();
      case CaseLookup.Several(List<CaseView> several) -> {
        model.addAttribute("cases", several.stream().map(CasePages::listed).toList());
        model.addAttribute("agency", agency.value());
        model.addAttribute("next", null);
        yield "window/cases";
      }
      case CaseLookup.Unknown _ -> Window.missing();
    };
  }

  /** What was asked for in the address. */
  private record Asked(
      @Nullable String stage,
      @Nullable String all,
      @Nullable String assignee,
      @Nullable String cursor) {

    MultiValueMap<String, String> parameters() {
      MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
      Stream.of(
              new Coded("stage", given(stage)),
              new Coded("assignee", given(assignee)),
              new Coded("cursor", given(cursor)))
          .filter(each -> !each.label().isEmpty())
          .forEach(each -> given.add(each.code(), each.label()));
      return given;
    }

    private static String given(@Nullable String text) {
      return text == null ? "" : text;
    }
  }

  private Object list(Caller caller, Side side, Asked asked, Model model) {
    AgencyId agency = Window.agency(caller);
    Team team = assignees.team(agency);
    List<Coded> hands = Assignees.choices(caller, team);
    Query query = new Query(asked.parameters());
    StageCode stage = query.choice("stage", StageCode.class);
    String assignee = query.choice("assignee", hands);
    Cursor after = query.cursor(REFERRALS, Identifiers::isUuid);
    Problem problem = query.problem().orElse(null);
    if (problem != null) {
      return problem.response();
    }
    boolean openOnly = asked.all() == null && stage == null;
    ReferralId before = after == null ? null : ReferralId.of(after.id());
    List<ReferralView> found =
        window
            .tools()
            .records()
            .referrals(
                agency,
                new ReferralQuery(
                    side,
                    stage,
                    openOnly,
                    Assignees.hands(caller, team, assignee),
                    before,
                    LENGTH + 1));
    Page<Window.Row> page =
        Page.of(
            window.rows(agency, found).stream(),
            LENGTH,
            row -> Cursor.after(REFERRALS, row.id()),
            row -> row);
    model.addAttribute("rows", page.items());
    model.addAttribute("next", page.nextCursor());
    model.addAttribute("agency", agency.value());
    model.addAttribute("received", side == Side.RECEIVER);
    model.addAttribute("stages", STAGES);
    model.addAttribute("stage", stage == null ? "" : stage.name());
    model.addAttribute("all", !openOnly);
    model.addAttribute("hands", hands);
    model.addAttribute("assignee", assignee == null ? "" : assignee);
    return "window/list";
  }
}
