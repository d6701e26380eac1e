package jp.tsunagu.connector.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.record.Hands;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.record.ReferralQuery;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.record.Side;
import jp.tsunagu.connector.record.WaitingQuery;
import jp.tsunagu.connector.record.Waits;
import jp.tsunagu.connector.web.Assignees;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.StageCode;
import jp.tsunagu.contract.lifecycle.Urgency;
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

/** 受信 and 送信: the agency's referrals, newest first, or the most pressing. */
@Controller
class ListPages {

  static final int LENGTH = 20;
  private static final char REFERRALS = 'w';
  private static final List<Coded> STAGES = Codes.choices(StageCode.class);
  private static final List<Coded> URGENCIES = Codes.choices(Urgency.class);
  private static final List<Coded> TO_ANSWER =
      Stream.of(Waits.OVERDUE, Waits.DUE_SOON, Waits.UNOPENED).map(Coded::of).toList();
  private static final List<Coded> TO_GO_ON =
      Stream.of(Waits.QUESTION, Waits.RETURNED).map(Coded::of).toList();

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
      @RequestParam(required = false) @Nullable String urgency,
      @RequestParam(required = false) @Nullable String all,
      @RequestParam(required = false) @Nullable String assignee,
      @RequestParam(required = false) @Nullable String cursor) {
    window.live(model, Window.agency(caller));
    return list(
        caller,
        side.equals("received") ? Side.RECEIVER : Side.SENDER,
        new Asked(stage, urgency, all, assignee, cursor),
        model);
  }

  /** What was asked for in the address. */
  private record Asked(
      @Nullable String stage,
      @Nullable String urgency,
      @Nullable String all,
      @Nullable String assignee,
      @Nullable String cursor) {

    MultiValueMap<String, String> parameters() {
      MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
      Stream.of(
              new Coded("stage", given(stage)),
              new Coded("urgency", given(urgency)),
              new Coded("assignee", given(assignee)),
              new Coded("cursor", given(cursor)))
          .filter(each -> !each.label().isEmpty())
          .forEach(each -> given.add(each.code(), each.label()));
      return given;
    }
  }

  private Object list(Caller caller, Side side, Asked asked, Model model) {
    AgencyId agency = Window.agency(caller);
    Team team = assignees.team(agency);
    List<Coded> hands = Assignees.choices(caller, team);
    List<Coded> waits = side == Side.RECEIVER ? TO_ANSWER : TO_GO_ON;
    Query query = new Query(asked.parameters());
    String stage = query.choice("stage", Stream.concat(STAGES.stream(), waits.stream()).toList());
    String urgency = query.choice("urgency", URGENCIES);
    String assignee = query.choice("assignee", hands);
    Cursor after = query.cursor(REFERRALS, Identifiers::isUuid);
    Problem problem = query.problem().orElse(null);
    if (problem != null) {
      return problem.response();
    }
    boolean openOnly = asked.all() == null && stage == null;
    Wanted wanted =
        new Wanted(
            agency,
            side,
            Codes.read(Urgency.class, given(urgency)).orElse(null),
            openOnly,
            Assignees.hands(caller, team, assignee),
            after);
    Waits why = Codes.read(Waits.class, given(stage)).orElse(null);
    Page<Window.Row> page =
        why == null
            ? newest(wanted, Codes.read(StageCode.class, given(stage)).orElse(null))
            : pressing(wanted, why);
    model.addAttribute("rows", page.items());
    model.addAttribute("next", page.nextCursor());
    model.addAttribute("agency", agency.value());
    model.addAttribute("received", side == Side.RECEIVER);
    model.addAttribute("waits", waits);
    model.addAttribute("stages", STAGES);
    model.addAttribute("stage", given(stage));
    model.addAttribute("urgencies", URGENCIES);
    model.addAttribute("urgency", given(urgency));
    model.addAttribute("all", asked.all() != null);
    model.addAttribute("hands", hands);
    model.addAttribute("assignee", given(assignee));
    return "window/list";
  }

  /** What is asked for, apart from a stage or a reason. */
  private record Wanted(
      AgencyId agency,
      Side side,
      @Nullable Urgency urgency,
      boolean openOnly,
      @Nullable Hands hands,
      @Nullable Cursor after) {}

  private Page<Window.Row> newest(Wanted wanted, @Nullable StageCode stage) {
    ReferralId before = wanted.after() == null ? null : ReferralId.of(wanted.after().id());
    List<ReferralView> found =
        window
            .tools()
            .records()
            .referrals(
                wanted.agency(),
                new ReferralQuery(
                    wanted.side(),
                    stage,
                    wanted.urgency(),
                    wanted.openOnly(),
                    wanted.hands(),
                    null,
                    before,
                    LENGTH + 1));
    return page(wanted.agency(), found, view -> Cursor.after(REFERRALS, id(view)));
  }

  private Page<Window.Row> pressing(Wanted wanted, Waits why) {
    Cursor after = wanted.after();
    WaitingQuery.Place place =
        after == null
            ? null
            : new WaitingQuery.Place(Instant.ofEpochMilli(after.time()), ReferralId.of(after.id()));
    List<ReferralView> found =
        window
            .tools()
            .records()
            .waiting(
                wanted.agency(),
                new WaitingQuery(
                    why,
                    window.whose(wanted.agency(), wanted.hands()),
                    wanted.urgency(),
                    place,
                    LENGTH + 1));
    return page(
        wanted.agency(),
        found,
        view ->
            new Cursor(
                REFERRALS, 0, Records.place(why, view).at().toEpochMilli(), id(view).toString()));
  }

  private Page<Window.Row> page(
      AgencyId agency, List<ReferralView> found, Function<ReferralView, Cursor> cursor) {
    Map<ReferralId, ReferralView> views =
        found.stream().collect(Collectors.toMap(ListPages::id, Function.identity()));
    return Page.of(
        window.rows(agency, found).stream(),
        LENGTH,
        row -> cursor.apply(views.get(row.id())),
        row -> row);
  }

  private static ReferralId id(ReferralView view) {
    return view.referral().referralId();
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text;
  }
}
