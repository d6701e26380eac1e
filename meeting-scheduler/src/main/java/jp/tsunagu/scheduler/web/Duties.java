package jp.tsunagu.scheduler.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.DeliveryWay;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingEvent.ConferenceHeld;
import jp.tsunagu.runtime.mail.MailProperties;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.Meeting.Stage;
import jp.tsunagu.scheduler.meeting.NoticeState.Delivery;
import jp.tsunagu.scheduler.meeting.Outlook;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;

/** What waits for a person (次にすること), the most pressing first. */
record Duties(Reading reading, MailProperties mail) {

  /**
   * One thing to do.
   *
   * @param where which meeting or case it is about
   * @param what that it waits, and why
   * @param address where it is done
   * @param act what is done there
   * @param strong whether it may not wait
   */
  record Duty(String where, String what, String address, String act, boolean strong) {}

  /** Of everything the reader sees. */
  List<Duty> all() {
    List<Meeting> meetings = reading.visible();
    Stream<Duty> ofMeetings =
        rules().stream()
            .flatMap(rule -> meetings.stream().flatMap(meeting -> rule.apply(meeting).stream()));
    return Stream.of(toCall(true), ofMeetings, letters().stream(), toCall(false))
        .flatMap(duties -> duties)
        .toList();
  }

  /** Of one meeting. */
  List<Duty> of(Meeting meeting) {
    return rules().stream().flatMap(rule -> rule.apply(meeting).stream()).toList();
  }

  private List<Function<Meeting, Optional<Duty>>> rules() {
    return List.of(
        this::attendance,
        this::undelivered,
        this::decisions,
        this::minutes,
        this::start,
        this::closing,
        this::uninvited,
        this::reports);
  }

  private Optional<Duty> attendance(Meeting meeting) {
    Instant startsAt = meeting.startsAt();
    return meeting.isPublished() && startsAt != null && startsAt.isBefore(reading.now())
        ? Optional.of(
            duty(meeting, "開催の時刻を過ぎました。出欠がまだ記録されていません。", "?do=attendance#doing", "出欠を記録する"))
        : Optional.empty();
  }

  private Optional<Duty> undelivered(Meeting meeting) {
    long lost =
        meeting.notices().values().stream()
            .filter(notice -> notice.delivery() instanceof Delivery.GivenUp)
            .count();
    return lost == 0
        ? Optional.empty()
        : Optional.of(duty(meeting, "届けられなかった通知が" + lost + "件あります。", "#notices", "通知を見る"));
  }

  private Optional<Duty> decisions(Meeting meeting) {
    ConferenceHeld held = meeting.held();
    long open =
        held == null
            ? 0
            : held.items().stream()
                .filter(item -> !meeting.outcome().settled().containsKey(item))
                .count();
    return open == 0
        ? Optional.empty()
        : Optional.of(usual(meeting, "決定を記録していない議題が" + open + "件あります。", "#agenda", "決定を記録する"));
  }

  private Optional<Duty> minutes(Meeting meeting) {
    boolean decided = decisions(meeting).isEmpty();
    return meeting.held() != null && decided && !meeting.outcome().minutesComplete()
        ? Optional.of(usual(meeting, "会議録がまだできていません。", "?do=minutes#doing", "完成を記録する"))
        : Optional.empty();
  }

  private Optional<Duty> start(Meeting meeting) {
    return meeting.startsAt() == null && !meeting.isOver()
        ? Optional.of(usual(meeting, "開く日時が決まっていません。", "?do=start#doing", "日時を決める"))
        : Optional.empty();
  }

  private Optional<Duty> closing(Meeting meeting) {
    boolean asked =
        meeting.session() == SessionKind.REGULAR
            && meeting.stage() == Stage.OPEN
            && new MeetingViews(reading).summary(meeting).times().closing() == null;
    return asked
        ? Optional.of(usual(meeting, "受付の締切が決まっていません。", "?do=closing#doing", "締切を決める"))
        : Optional.empty();
  }

  private Optional<Duty> uninvited(Meeting meeting) {
    if (meeting.isOver()) {
      return Optional.empty();
    }
    int missing =
        Outlook.notInvited(reading.known(), reading.meetings(), itemsOf(meeting), reading.now())
            .stream()
            .mapToInt(each -> each.agencies().size())
            .sum();
    return missing == 0
        ? Optional.empty()
        : Optional.of(
            usual(meeting, "議題に名前があるのに呼ばれない機関が" + missing + "あります。", "#uninvited", "確かめる"));
  }

  private static Collection<ItemRef> itemsOf(Meeting meeting) {
    return meeting.entries().isEmpty()
        ? meeting.desk().calledFor()
        : meeting.entries().stream().map(AgendaEntry::item).toList();
  }

  private Optional<Duty> reports(Meeting meeting) {
    long late =
        ReportController.reports(reading, meeting).stream()
            .filter(ReportController.ReportView::overdue)
            .count();
    return late == 0
        ? Optional.empty()
        : Optional.of(usual(meeting, "期限を過ぎた報告書が" + late + "件あります。", "#agenda", "議題を見る"));
  }

  private Optional<Duty> letters() {
    int letters = new IssuedNotices(reading, mail).letters().size();
    return letters == 0
        ? Optional.empty()
        : Optional.of(
            new Duty(
                DeliveryWay.POST.label(),
                "まだ郵送していない通知が" + letters + "件あります。",
                PageAddresses.POST,
                "郵送の一覧",
                false));
  }

  private Stream<Duty> toCall(boolean atOnce) {
    return Outlook.proposals(reading.known(), reading.meetings(), reading.now()).stream()
        .filter(each -> each.atOnce() == atOnce && OverviewController.mayRead(reading, each))
        .map(this::toCall);
  }

  private Duty toCall(Outlook.Proposal proposal) {
    String body = reading.known().directory().nameOf(proposal.body());
    String why = proposal.instead() == null ? "" : "(" + proposal.instead().label() + ")";
    return new Duty(
        PageAddresses.called(reading.numberOf(proposal.item().caseId())),
        (proposal.atOnce() ? "すぐに開く会議を待っています: " : "会議を開くのを待っています: ") + body + why,
        PageAddresses.call(proposal.body(), proposal.item()),
        "会議を開く",
        proposal.atOnce());
  }

  private Duty duty(Meeting meeting, String what, String place, String act) {
    return new Duty(nameOf(meeting), what, PageAddresses.of(meeting.id()) + place, act, true);
  }

  private Duty usual(Meeting meeting, String what, String place, String act) {
    return new Duty(nameOf(meeting), what, PageAddresses.of(meeting.id()) + place, act, false);
  }

  private String nameOf(Meeting meeting) {
    @Nullable Instant startsAt = meeting.startsAt();
    String body = reading.known().directory().nameOf(meeting.id().body());
    return startsAt == null ? body : body + " " + PageAddresses.dayOf(startsAt, reading.now());
  }
}
