package jp.tsunagu.connector.page;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.connector.agency.WaitReason;
import jp.tsunagu.connector.colleague.Assignments;
import jp.tsunagu.connector.colleague.ColleagueForms;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.record.Hands;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.record.ReferralQuery;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.record.Side;
import jp.tsunagu.connector.record.Task;
import jp.tsunagu.connector.web.Assignees;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.StageCode;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.runtime.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 今日: what waits for this agency, the most urgent first. */
@Controller
class TodayPage {

  /** So many open referrals are looked at; whoever has more is told so. */
  private static final int MOST = 200;

  /** What nobody went on with for longer stands among what was sent. */
  private static final Duration LONGEST_SHOWN = Duration.ofDays(60);

  private final Window window;
  private final GoingOn goingOn;
  private final Assignees assignees;
  private final Assignments assignments;

  TodayPage(Window window, GoingOn goingOn, Assignees assignees, Assignments assignments) {
    this.window = window;
    this.goingOn = goingOn;
    this.assignees = assignees;
    this.assignments = assignments;
  }

  /**
   * What waits, each thing once: where it is most urgent.
   *
   * @param inTime how many of the received ones are open and wait for nothing today
   * @param isMore whether there are more open ones than were looked at
   */
  record Waiting(
      List<Window.Row> overdue,
      List<Window.Row> soon,
      List<Window.Row> unread,
      List<Window.Row> questions,
      List<Returned> returned,
      List<Waits> tasks,
      int inTime,
      boolean isMore) {

    /** How much it is. */
    public int count() {
      return overdue.size()
          + soon.size()
          + unread.size()
          + questions.size()
          + returned.size()
          + tasks.size();
    }
  }

  /**
   * What was not taken and has not gone on.
   *
   * @param why what its receiver answered
   */
  record Returned(Window.Row row, String sender, String receiver, String why, Instant at) {}

  /**
   * Something only a person can do.
   *
   * @param address where it is done
   * @param due until when; null where no day is set
   */
  record Waits(String what, String number, String address, Instant since, @Nullable Instant due) {}

  @GetMapping("/agencies/{agencyId}/")
  String today(Caller caller, Model model, @RequestParam(defaultValue = "") String assignee) {
    AgencyId agency = Window.agency(caller);
    Team team = assignees.team(agency);
    boolean isKnown =
        Assignees.choices(caller, team).stream().anyMatch(each -> each.code().equals(assignee));
    Hands hands = isKnown ? Assignees.hands(caller, team, assignee) : null;
    window.live(model, agency);
    model.addAttribute("waiting", waiting(agency, hands));
    model.addAttribute("tabs", tabs(caller, team));
    model.addAttribute("assignee", isKnown ? assignee : "");
    Map<UUID, Integer> inHand = assignments.open(agency);
    model.addAttribute(
        "covered",
        assignees.lookedAfter(caller).stream()
            .filter(one -> inHand.containsKey(one.id()))
            .map(one -> new Coded(one.id().toString(), team.labelled(one)))
            .toList());
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

  private Waiting waiting(AgencyId agency, @Nullable Hands hands) {
    List<ReferralView> received = open(agency, Side.RECEIVER, hands);
    List<ReferralView> sent = open(agency, Side.SENDER, hands);
    Instant now = window.now();
    Map<WaitReason, List<ReferralView>> waiting = new EnumMap<>(WaitReason.class);
    Stream.concat(received.stream(), sent.stream())
        .forEach(
            view ->
                view.waitsFor(now)
                    .ifPresent(
                        why -> waiting.computeIfAbsent(why, _ -> new ArrayList<>()).add(view)));
    return new Waiting(
        rows(agency, waiting, WaitReason.OVERDUE),
        rows(agency, waiting, WaitReason.DUE_SOON),
        rows(agency, waiting, WaitReason.ARRIVAL),
        rows(agency, waiting, WaitReason.QUESTION),
        returned(agency, hands, now),
        tasks(agency, hands).stream().map(task -> waits(agency, task)).toList(),
        (int) received.stream().filter(view -> view.waitsFor(now).isEmpty()).count(),
        received.size() == MOST || sent.size() == MOST);
  }

  private List<Window.Row> rows(
      AgencyId agency, Map<WaitReason, List<ReferralView>> waiting, WaitReason why) {
    return window.rows(agency, waiting.getOrDefault(why, List.of()));
  }

  /** To whoever sent it, and to the desk that sorted it; until somebody goes on or ends it. */
  private List<Returned> returned(AgencyId agency, @Nullable Hands hands, Instant now) {
    List<ReferralView> failed = failed(agency, hands, now.minus(LONGEST_SHOWN));
    Map<CaseId, CaseState> states =
        window
            .tools()
            .records()
            .states(agency, failed.stream().map(ReferralView::caseId).collect(toSet()));
    List<ReferralView> waiting =
        failed.stream()
            .filter(
                view ->
                    Optional.ofNullable(states.get(view.caseId()))
                        .filter(state -> goingOn.waitsFor(agency, state, view))
                        .isPresent())
            .toList();
    List<Window.Row> rows = window.rows(agency, waiting);
    return IntStream.range(0, rows.size())
        .mapToObj(i -> returned(rows.get(i), waiting.get(i)))
        .sorted(Comparator.comparing(Returned::at))
        .toList();
  }

  private List<ReferralView> failed(AgencyId agency, @Nullable Hands hands, Instant oldest) {
    return Stream.of(Side.SENDER, Side.OBSERVER)
        .flatMap(
            side ->
                Stream.of(StageCode.DECLINED, StageCode.SENT_BACK)
                    .flatMap(
                        stage ->
                            window
                                .tools()
                                .records()
                                .referrals(
                                    agency,
                                    new ReferralQuery(
                                        side, stage, false, hands, oldest, null, MOST))
                                .stream()))
        .filter(view -> view.referral().progress().changedAt().isAfter(oldest))
        .toList();
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

  /** What is about a case is looked after by whoever has an open referral of it. */
  private List<Task> tasks(AgencyId agency, @Nullable Hands hands) {
    List<Task> all = window.tools().records().openTasks(agency, 0, MOST);
    if (hands == null) {
      return all;
    }
    Map<ReferralId, UUID> ofLegs =
        assignments.of(
            agency, all.stream().flatMap(task -> task.about().referralId().stream()).toList());
    Map<CaseId, Set<UUID>> ofCases =
        assignments.ofCases(agency, all.stream().map(Task::caseId).toList());
    return all.stream()
        .filter(
            task ->
                hands.take(
                    task.about().referralId().isPresent()
                        ? Stream.ofNullable(ofLegs.get(task.about().referralId().get())).toList()
                        : ofCases.getOrDefault(task.caseId(), Set.of())))
        .toList();
  }

  private List<ReferralView> open(AgencyId agency, Side side, @Nullable Hands hands) {
    return window
        .tools()
        .records()
        .referrals(agency, new ReferralQuery(side, null, true, hands, null, MOST));
  }

  private static Waits waits(AgencyId agency, Task task) {
    String own = "/agencies/" + agency + "/window";
    String address =
        task.about()
            .referralId()
            .map(id -> own + "/referrals/" + id)
            .orElse(own + "/cases/" + task.caseId() + place(task));
    return new Waits(
        task.kind().label(),
        Window.called(task.caseNumber().orElse(null)),
        address,
        task.since(),
        task.due().orElse(null));
  }

  /** Where on the pages of its case it is done. */
  private static String place(Task task) {
    return switch (task.kind()) {
      case ANSWER_SHARING_STOP ->
          "/consents?do="
              + ConsentPages.ANSWER
              + task.about().person().map(person -> "&about=" + person.number()).orElse("")
              + "#doing";
      case ANSWER_DATES ->
          "/meetings"
              + task.about()
                  .requestId()
                  .map(item -> "?do=" + CaseMeetings.DATES + "&item=" + item + "#doing")
                  .orElse("");
      case ANSWER_ATTENDANCE, FILE_MEETING_REPORT -> "/meetings";
      case PROVIDE_DOSSIER, DECIDE_ON_PROTECTION -> "";
    };
  }

  private @Nullable Instant lastArrival(AgencyId agency) {
    long last = window.tools().records().lastPosition(agency);
    return window.tools().records().inbox(agency, Math.max(0, last - 1), 1).stream()
        .findFirst()
        .map(InboxItem::recordedAt)
        .orElse(null);
  }
}
