package jp.tsunagu.scheduler.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.scheduler.body.DeskDecisions;
import jp.tsunagu.scheduler.body.MeetingDay;
import jp.tsunagu.scheduler.body.MeetingDays;
import jp.tsunagu.scheduler.body.MeetingNames;
import jp.tsunagu.scheduler.body.Moment;

/** How a city meets: its bodies with their days, over its calendar. Pure. */
public final class City {

  private static final int MONTHS_LOOKED_BACK = 1;
  private static final int MONTHS_LOOKED_AHEAD = 6;

  private final NetworkDirectory directory;
  private final AgencyId desk;
  private final Map<BodyId, MeetingDays> days = new HashMap<>();

  private City(NetworkDirectory directory, AgencyId desk) {
    this.directory = directory;
    this.desk = desk;
    OfficeCalendar calendar = directory.officeCalendar();
    directory
        .meetingBodies()
        .forEach(body -> days.put(body.bodyId(), new MeetingDays(body, calendar)));
  }

  /** The city of this directory; empty until the network has been published. */
  public static Optional<City> of(NetworkDirectory directory) {
    return directory.desk().map(desk -> new City(directory, desk));
  }

  NetworkDirectory directory() {
    return directory;
  }

  AgencyId desk() {
    return desk;
  }

  /** Whether the city's offices are open on this day. */
  public boolean isOpenDay(LocalDate day) {
    return directory.officeCalendar().isOpenDay(day);
  }

  /** All bodies by id. */
  public List<MeetingBody> bodies() {
    return directory.meetingBodies();
  }

  /** The body of this id. */
  public Optional<MeetingBody> body(BodyId id) {
    return directory.meetingBody(id);
  }

  /** The days of a body of this city. */
  public MeetingDays days(MeetingBody body) {
    MeetingDays known = days.get(body.bodyId());
    if (known == null) {
      throw new IllegalArgumentException("no body of this city: " + body.bodyId());
    }
    return known;
  }

  /** What the desk decided about this body's closed days, as its meetings tell. */
  public DeskDecisions decisions(MeetingBody body, Meetings meetings) {
    Map<LocalDate, LocalDate> chosen = new HashMap<>();
    Map<LocalDate, LocalDate> closings = new HashMap<>();
    for (Meeting meeting : meetings.all()) {
      if (meeting.session() == SessionKind.REGULAR && meeting.id().body().equals(body.bodyId())) {
        LocalDate ruleDay = MeetingNames.dayOf(meeting.id());
        Instant startsAt = meeting.startsAt();
        if (startsAt != null) {
          chosen.put(ruleDay, TokyoTime.dateOf(startsAt));
        }
        Instant closing = meeting.desk().closing();
        if (closing != null
            && days(body).closing(ruleDay, DeskDecisions.none())
                instanceof Moment.Undecided(LocalDate asked)) {
          closings.put(asked, TokyoTime.dateOf(closing));
        }
      }
    }
    return new DeskDecisions(chosen, closings);
  }

  /** The days of the calendar around this moment. */
  public List<MeetingDay> around(MeetingBody body, Instant moment, DeskDecisions decisions) {
    LocalDate today = TokyoTime.dateOf(moment);
    return days(body)
        .between(
            today.minusMonths(MONTHS_LOOKED_BACK),
            today.plusMonths(MONTHS_LOOKED_AHEAD),
            decisions);
  }

  /** The next regular meeting of each body whose closing is not over at this moment. */
  Map<BodyId, LocalDate> nextMeetings(Instant moment, Meetings meetings) {
    Map<BodyId, LocalDate> next = new HashMap<>();
    for (MeetingBody body : bodies()) {
      DeskDecisions decisions = decisions(body, meetings);
      around(body, moment, decisions).stream()
          .filter(day -> isOpenFor(body, day, moment, decisions))
          .filter(MeetingDay.On.class::isInstance)
          .map(day -> ((MeetingDay.On) day).date())
          .filter(date -> date.isAfter(TokyoTime.dateOf(moment)))
          .min(LocalDate::compareTo)
          .ifPresent(date -> next.put(body.bodyId(), date));
    }
    return next;
  }

  private boolean isOpenFor(
      MeetingBody body, MeetingDay day, Instant moment, DeskDecisions decisions) {
    return days(body)
        .closing(day.ruleDay(), decisions)
        .known()
        .map(closing -> !moment.isAfter(closing))
        .orElse(true);
  }

  /** Until when a request for this regular meeting is in time. */
  public Moment closing(MeetingBody body, MeetingId meeting, DeskDecisions decisions) {
    return days(body).closing(MeetingNames.dayOf(meeting), decisions);
  }

  /** When the agenda of this regular meeting goes out. */
  public Moment publishing(MeetingBody body, MeetingId meeting, DeskDecisions decisions) {
    return days(body).publishing(MeetingNames.dayOf(meeting), decisions);
  }

  boolean isReason(String code) {
    return directory.reason(CodeList.LATE_REASONS, code).isPresent();
  }

  boolean isAbsenceReason(String code) {
    return directory.reason(CodeList.ABSENCE_REASONS, code).isPresent();
  }

  boolean isRole(String code) {
    return directory.reason(CodeList.ROLES, code).isPresent();
  }

  boolean isResource(String code) {
    return directory.reason(CodeList.MISSING_RESOURCES, code).isPresent();
  }
}
