package jp.tsunagu.connector.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.record.ReferralQuery;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.record.Side;
import jp.tsunagu.connector.record.Task;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.runtime.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 今日: what waits for this agency, the most urgent first. */
@Controller
class TodayPage {

  /** So many open referrals are looked at; whoever has more is told so. */
  private static final int MOST = 200;

  private final Window window;

  TodayPage(Window window) {
    this.window = window;
  }

  /** What waits, each thing once: where it is most urgent. */
  record Waiting(
      List<Window.Row> overdue,
      List<Window.Row> soon,
      List<Window.Row> unread,
      List<Window.Row> questions,
      List<Waits> tasks,
      boolean isMore) {

    /** How much it is. */
    public int count() {
      return overdue.size() + soon.size() + unread.size() + questions.size() + tasks.size();
    }
  }

  /**
   * Something only a person can do.
   *
   * @param address where it is done
   * @param due until when; null where no day is set
   */
  record Waits(String what, String number, String address, Instant since, @Nullable Instant due) {}

  @GetMapping("/agencies/{agencyId}/")
  String today(Caller caller, Model model) {
    AgencyId agency = Window.agency(caller);
    window.live(model, agency);
    model.addAttribute("waiting", waiting(agency));
    model.addAttribute("today", window.now());
    model.addAttribute("agency", agency.value());
    model.addAttribute("lastArrival", lastArrival(agency));
    return "window/today";
  }

  private Waiting waiting(AgencyId agency) {
    List<ReferralView> received = open(agency, Side.RECEIVER);
    List<ReferralView> sent = open(agency, Side.SENDER);
    Instant now = window.now();
    List<ReferralView> overdue = new ArrayList<>();
    List<ReferralView> soon = new ArrayList<>();
    List<ReferralView> unread = new ArrayList<>();
    for (ReferralView view : received) {
      ResponseClock clock = view.referral().progress().clock();
      if (clock != null && clock.respondBy().isBefore(now)) {
        overdue.add(view);
      } else if (clock != null && clock.dueSoonAt().isBefore(now)) {
        soon.add(view);
      } else if (NextSteps.isUnread(view.referral())) {
        unread.add(view);
      }
    }
    return new Waiting(
        window.rows(overdue),
        window.rows(soon),
        window.rows(unread),
        window.rows(sent.stream().filter(TodayPage::isAsked).toList()),
        window.tools().records().openTasks(agency, 0, MOST).stream()
            .map(task -> waits(agency, task))
            .toList(),
        received.size() == MOST || sent.size() == MOST);
  }

  private static boolean isAsked(ReferralView view) {
    return view.referral().progress().questionOpen();
  }

  private List<ReferralView> open(AgencyId agency, Side side) {
    return window
        .tools()
        .records()
        .referrals(agency, new ReferralQuery(side, null, true, null, MOST));
  }

  private static Waits waits(AgencyId agency, Task task) {
    String own = "/agencies/" + agency + "/window";
    String address =
        task.referralId()
            .map(id -> own + "/referrals/" + id)
            .orElse(
                own
                    + "/cases/"
                    + task.caseId()
                    + (task.requestId().isPresent() ? "/meetings" : ""));
    return new Waits(
        task.kind().label(),
        Window.called(task.caseNumber().orElse(null)),
        address,
        task.since(),
        task.due().orElse(null));
  }

  private @Nullable Instant lastArrival(AgencyId agency) {
    long last = window.tools().records().lastPosition(agency);
    return window.tools().records().inbox(agency, Math.max(0, last - 1), 1).stream()
        .findFirst()
        .map(InboxItem::recordedAt)
        .orElse(null);
  }
}
