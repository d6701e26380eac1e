package jp.tsunagu.connector.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.connector.colleague.Assignments;
import jp.tsunagu.connector.colleague.ColleagueForms;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.lost.LostDesk;
import jp.tsunagu.connector.record.Hands;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.record.Waiting;
import jp.tsunagu.connector.record.WaitingQuery;
import jp.tsunagu.connector.record.Waits;
import jp.tsunagu.connector.web.Assignees;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.runtime.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 今日: what waits for this agency, the most pressing first; of each kind as much as one sees. */
@Controller
class TodayPage {

  /** So many of each kind are shown; how many more there are is told, and where. */
  static final int MOST = 20;

  private final Window window;
  private final Assignees assignees;
  private final Assignments assignments;
  private final LostDesk lost;

  TodayPage(Window window, Assignees assignees, Assignments assignments, LostDesk lost) {
    this.window = window;
    this.assignees = assignees;
    this.assignments = assignments;
    this.lost = lost;
  }

  /**
   * What waits, each thing once: where it is most urgent.
   *
   * @param inTime how many of the received ones are open and wait for nothing today
   */
  record Today(
      Part<Window.Row> overdue,
      Part<Window.Row> soon,
      Part<Window.Row> unopened,
      Part<Window.Row> questions,
      Part<Returned> returned,
      Part<TaskPage.Todo> tasks,
      int inTime) {

    /** How much it is. */
    public int count() {
      return Stream.of(overdue, soon, unopened, questions, returned, tasks)
          .mapToInt(Part::total)
          .sum();
    }
  }

  /**
   * What waits for one reason.
   *
   * @param shown the most pressing
   * @param total how many there are
   * @param all where all of them are, and nothing else
   */
  record Part<T>(List<T> shown, int total, String all) {

    /** How many are not shown. */
    public int more() {
      return Math.max(0, total - shown.size());
    }

    /** What stands over it: also how many there are, where not all of them are shown. */
    public String caption(String what) {
      return more() == 0 ? what : what + " " + total + "件のうち、急ぐ順に";
    }
  }

  /**
   * What was not taken and has not gone on.
   *
   * @param why what its receiver answered
   */
  record Returned(Window.Row row, String sender, String receiver, String why, Instant at) {}

  @GetMapping("/agencies/{agencyId}/")
  String today(Caller caller, Model model, @RequestParam(defaultValue = "") String assignee) {
    AgencyId agency = Window.agency(caller);
    Team team = assignees.team(agency);
    boolean isKnown =
        Assignees.choices(caller, team).stream().anyMatch(each -> each.code().equals(assignee));
    Hands hands = isKnown ? Assignees.hands(caller, team, assignee) : null;
    window.live(model, agency);
    model.addAttribute("waiting", today(new Asked(agency, hands, isKnown ? assignee : "")));
    model.addAttribute("tabs", tabs(caller, team));
    model.addAttribute("assignee", isKnown ? assignee : "");
    Map<UUID, Integer> inHand = assignments.open(agency);
    model.addAttribute(
        "covered",
        assignees.lookedAfter(caller).stream()
            .filter(one -> inHand.containsKey(one.id()))
            .map(one -> new Coded(one.id().toString(), team.labelled(one)))
            .toList());
    model.addAttribute("lost", lost.count(agency));
    model.addAttribute("today", window.now());
    model.addAttribute("agency", agency.value());
    model.addAttribute("lastArrival", lastArrival(agency));
    return "window/today";
  }

  /** Everybody's, what she looks after, and what nobody has. */
  private static List<Coded> tabs(Caller caller, Team team) {
    return Stream.of(
            Stream.of(new Coded("", "全員の分")),
            Assignees.me(caller, team).stream().map(_ -> new Coded(Assignees.MINE.code(), "自分の分")),
            Stream.of(ColleagueForms.NOBODY))
        .flatMap(Function.identity())
        .toList();
  }

  /**
   * Whose work is looked at.
   *
   * @param assignee as the address has it; empty for everybody's
   */
  private record Asked(AgencyId agency, @Nullable Hands hands, String assignee) {

    /** Where all that waits for this reason is. */
    String list(Waits why) {
      String side =
          switch (why) {
            case OVERDUE, DUE_SOON, UNOPENED -> "received";
            case QUESTION, RETURNED -> "sent";
          };
      return "/agencies/%s/window/%s?stage=%s%s".formatted(agency, side, why.name(), more("&"));
    }

    String tasks() {
      return "/agencies/" + agency + "/window/tasks" + more("?");
    }

    private String more(String joint) {
      return assignee.isEmpty() ? "" : joint + "assignee=" + assignee;
    }
  }

  private Today today(Asked asked) {
    WaitingQuery.Whose whose = window.whose(asked.agency(), asked.hands());
    Records records = window.tools().records();
    Waiting counts = records.waiting(asked.agency(), whose);
    return new Today(
        rows(asked, whose, counts, Waits.OVERDUE),
        rows(asked, whose, counts, Waits.DUE_SOON),
        rows(asked, whose, counts, Waits.UNOPENED),
        rows(asked, whose, counts, Waits.QUESTION),
        returned(asked, whose, counts),
        new Part<>(
            records.pressingTasks(asked.agency(), asked.hands(), null, MOST).stream()
                .map(task -> TaskPage.todo(asked.agency(), task))
                .toList(),
            records.countTasks(asked.agency(), asked.hands()),
            asked.tasks()),
        counts.inTime());
  }

  private Part<Window.Row> rows(Asked asked, WaitingQuery.Whose whose, Waiting counts, Waits why) {
    return new Part<>(
        window.rows(asked.agency(), found(asked, whose, counts, why)),
        counts.of(why),
        asked.list(why));
  }

  /** To whoever sent it, and to the desk that sorted it; until somebody goes on or ends it. */
  private Part<Returned> returned(Asked asked, WaitingQuery.Whose whose, Waiting counts) {
    List<ReferralView> found = found(asked, whose, counts, Waits.RETURNED);
    List<Window.Row> rows = window.rows(asked.agency(), found);
    return new Part<>(
        IntStream.range(0, rows.size()).mapToObj(i -> returned(rows.get(i), found.get(i))).toList(),
        counts.of(Waits.RETURNED),
        asked.list(Waits.RETURNED));
  }

  private List<ReferralView> found(
      Asked asked, WaitingQuery.Whose whose, Waiting counts, Waits why) {
    return counts.of(why) == 0
        ? List.of()
        : window
            .tools()
            .records()
            .waiting(asked.agency(), new WaitingQuery(why, whose, null, null, MOST));
  }

  private Returned returned(Window.Row row, ReferralView view) {
    Referral leg = view.referral();
    String reason = window.reason(leg.stage()).map(why -> "(" + why + ")").orElse("");
    return new Returned(
        row,
        window.nameOf(leg.sender()),
        window.nameOf(leg.receiver()),
        leg.stage().label() + reason,
        leg.progress().changedAt());
  }

  private @Nullable Instant lastArrival(AgencyId agency) {
    long last = window.tools().records().lastPosition(agency);
    return window.tools().records().inbox(agency, Math.max(0, last - 1), 1).stream()
        .findFirst()
        .map(InboxItem::recordedAt)
        .orElse(null);
  }
}
