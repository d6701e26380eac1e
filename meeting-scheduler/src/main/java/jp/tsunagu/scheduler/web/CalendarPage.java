package jp.tsunagu.scheduler.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.calendar.Wareki;
import jp.tsunagu.runtime.mail.MailProperties;
import jp.tsunagu.scheduler.body.MeetingNames;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.Meeting.Stage;
import jp.tsunagu.scheduler.meeting.Outlook;
import jp.tsunagu.scheduler.web.Duties.Duty;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A month of meetings as a list by day, with what waits for a person on top.
 *
 * @param title the month in words
 * @param earlier address of the month before
 * @param later address of the month after
 * @param duties what waits; empty for who only reads
 * @param readUpTo until when the ledger was read, where that is a while ago
 */
record CalendarPage(
    String title,
    String earlier,
    String later,
    List<Tab> bodies,
    List<Day> days,
    List<Duty> duties,
    @Nullable Instant readUpTo,
    boolean mayAct) {

  /** Keeps unmodifiable copies. */
  CalendarPage {
    bodies = List.copyOf(bodies);
    days = List.copyOf(days);
    duties = List.copyOf(duties);
  }

  /** A body by which the month can be narrowed; the first is all. */
  record Tab(String label, String address, boolean here) {}

  /** One day. */
  record Day(LocalDate date, List<Line> meetings) {

    /** Keeps an unmodifiable copy. */
    Day {
      meetings = List.copyOf(meetings);
    }
  }

  /**
   * One meeting of a day.
   *
   * @param startsAt none while the day is still to be chosen
   * @param closing until when requests are in time, while they come in
   * @param items how many are on its agenda, or would be if it went out now
   */
  record Line(
      String address,
      @Nullable Instant startsAt,
      String body,
      String conference,
      String session,
      String stage,
      @Nullable Instant closing,
      int items) {}

  static CalendarPage of(
      Reading reading, YearMonth month, @Nullable String body, MailProperties mail) {
    boolean mayAct = Acting.objection(reading.caller()).isEmpty();
    String first = Wareki.formatWithWesternYear(month.atDay(1));
    return new CalendarPage(
        first.substring(0, first.lastIndexOf('月') + 1),
        address(month.minusMonths(1), body),
        address(month.plusMonths(1), body),
        tabs(reading, month, body),
        days(reading, month, body),
        mayAct ? new Duties(reading, mail).all() : List.of(),
        reading.readUpTo(),
        mayAct);
  }

  private static String address(YearMonth month, @Nullable String body) {
    String address = PageAddresses.CALENDAR + "?month=" + month.atDay(1);
    return body == null ? address : address + "&body=" + body;
  }

  private static List<Tab> tabs(Reading reading, YearMonth month, @Nullable String here) {
    Stream<Tab> bodies =
        reading.bodies().stream()
            .map(
                body ->
                    new Tab(
                        body.name(),
                        address(month, body.bodyId().value()),
                        body.bodyId().value().equals(here)));
    return Stream.concat(Stream.of(new Tab("すべて", address(month, null), here == null)), bodies)
        .toList();
  }

  private static List<Day> days(Reading reading, YearMonth month, @Nullable String body) {
    SequencedMap<LocalDate, List<Meeting>> byDay =
        reading.visible().stream()
            .filter(meeting -> body == null || meeting.id().body().value().equals(body))
            .filter(meeting -> YearMonth.from(dayOf(meeting)).equals(month))
            .collect(Collectors.groupingBy(CalendarPage::dayOf, TreeMap::new, Collectors.toList()));
    return byDay.entrySet().stream()
        .map(
            day ->
                new Day(
                    day.getKey(),
                    day.getValue().stream()
                        .sorted(Comparator.comparing(Meeting::id))
                        .map(meeting -> line(reading, meeting))
                        .toList()))
        .toList();
  }

  /** While no day is chosen it stands under that of its rule. */
  private static LocalDate dayOf(Meeting meeting) {
    Instant startsAt = meeting.startsAt();
    return startsAt == null ? MeetingNames.dayOf(meeting.id()) : TokyoTime.dateOf(startsAt);
  }

  private static Line line(Reading reading, Meeting meeting) {
    MeetingView view = new MeetingViews(reading).summary(meeting);
    return new Line(
        PageAddresses.of(meeting.id()),
        meeting.startsAt(),
        view.kind().body().name(),
        view.kind().conference().label(),
        view.kind().session().label(),
        PageStage.of(meeting).label(),
        meeting.stage() == Stage.OPEN ? view.times().closing() : null,
        items(reading, meeting));
  }

  private static int items(Reading reading, Meeting meeting) {
    boolean settled = meeting.isOver() || meeting.isPublished() || meeting.startsAt() == null;
    return settled
        ? Math.max(
            meeting.entries().size(),
            meeting.startsAt() == null ? meeting.desk().calledFor().size() : 0)
        : Outlook.preview(reading.known(), reading.meetings(), meeting, reading.now())
            .entries()
            .size();
  }
}
