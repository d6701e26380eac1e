package jp.tsunagu.scheduler.body;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import org.jspecify.annotations.Nullable;

/**
 * The days and deadlines of one meeting body over the office's calendar, all in Asia/Tokyo; knows
 * no clock.
 *
 * <p>"Regular" is what the body's rule gives; whether a meeting that was held counts as 定例 or 臨時 is
 * recorded, never derived from this.
 */
public final class MeetingDays {

  /** Long enough for a body that meets once a year, moved by a long closing. */
  private static final int LONGEST_WAIT_IN_DAYS = 800;

  private final MeetingBody body;
  private final OfficeCalendar calendar;
  private final @Nullable Recurrence recurrence;
  private final @Nullable ClosingDays closings;

  /**
   * The body's rules must have been checked before ({@link Recurrence#read}).
   *
   * @throws IllegalArgumentException if they were not
   */
  public MeetingDays(MeetingBody body, OfficeCalendar calendar) {
    this.body = body;
    this.calendar = calendar;
    this.recurrence =
        body.days().recurrence() == null ? null : Recurrence.of(body.days().recurrence());
    this.closings =
        body.deadlines().closing() == null
            ? null
            : new ClosingDays(body.deadlines().closing(), calendar);
  }

  /** The body whose days they are. */
  public MeetingBody body() {
    return body;
  }

  /**
   * The regular meetings whose rule day lies from {@code first} to {@code last}, both included, in
   * order; none for a body that meets per case.
   */
  public List<MeetingDay> between(LocalDate first, LocalDate last, DeskDecisions decisions) {
    return recurrence == null
        ? List.of()
        : recurrence.days(first, last).stream().map(day -> on(day, decisions)).toList();
  }

  /** Where the meeting of this rule day is. */
  public MeetingDay on(LocalDate ruleDay, DeskDecisions decisions) {
    return ClosedDays.settle(body.days().closedDays(), calendar, ruleDay, decisions.meetings());
  }

  /**
   * The days of the next regular meetings strictly after this day, in order; those that wait for
   * the desk are left out.
   *
   * @param until no later than this day
   */
  public List<LocalDate> datesAfter(LocalDate day, LocalDate until, DeskDecisions decisions) {
    List<LocalDate> dates = new ArrayList<>();
    for (MeetingDay meeting : between(day.minusMonths(1), until.plusMonths(1), decisions)) {
      if (meeting instanceof MeetingDay.On on
          && on.date().isAfter(day)
          && !on.date().isAfter(until)) {
        dates.add(on.date());
      }
    }
    dates.sort(null);
    return List.copyOf(dates);
  }

  /** The next regular meeting strictly after this day; one that waits for the desk is left out. */
  public Optional<LocalDate> nextAfter(LocalDate day, DeskDecisions decisions) {
    return datesAfter(day, day.plusDays(LONGEST_WAIT_IN_DAYS), decisions).stream().findFirst();
  }

  /** When the meeting of this day begins; none for a body without hours. */
  public Optional<Instant> begins(LocalDate date) {
    return Optional.ofNullable(body.days().begins()).map(time -> TokyoTime.at(date, time));
  }

  /**
   * Until when a request for the regular meeting of this rule day is in time, this moment included.
   * Without a closing rule it is when the agenda goes out.
   */
  public Moment closing(LocalDate ruleDay, DeskDecisions decisions) {
    return closings == null
        ? atOpening(ruleDay, body.deadlines().publishDaysBefore(), decisions)
        : Objects.requireNonNull(closings).of(ruleDay, decisions);
  }

  /**
   * When agenda and notices of the regular meeting go out: so many days before the meeting when the
   * office opens (the last open day before, if it does not), but never before closing.
   */
  public Moment publishing(LocalDate ruleDay, DeskDecisions decisions) {
    Moment closing = closing(ruleDay, decisions);
    Moment wished = atOpening(ruleDay, body.deadlines().publishDaysBefore(), decisions);
    return switch (wished) {
      case Moment.None _ -> closing;
      case Moment.Undecided _ -> wished;
      case Moment.At at -> notBefore(at, closing);
    };
  }

  /** When invited agencies of a meeting on this day are reminded. */
  public Moment reminder(LocalDate date) {
    return body.deadlines().reminderDaysBefore() == null
        ? new Moment.None()
        : new Moment.At(openingBefore(date, body.deadlines().reminderDaysBefore()));
  }

  /** The last day for the report (報告書) of a meeting held on this day; none if none is asked for. */
  public Optional<LocalDate> reportDue(LocalDate heldOn) {
    return Optional.ofNullable(body.deadlines().reportDueDays()).map(heldOn::plusDays);
  }

  /** When a missing report is chased: the first office opening after its last day. */
  public Optional<Instant> reportChasedAt(LocalDate heldOn) {
    return reportDue(heldOn).map(due -> calendar.opening(calendar.nextOpenDay(due)));
  }

  private Moment atOpening(
      LocalDate ruleDay, @Nullable Integer daysBefore, DeskDecisions decisions) {
    if (daysBefore == null) {
      return new Moment.None();
    }
    return switch (on(ruleDay, decisions)) {
      case MeetingDay.On on -> new Moment.At(openingBefore(on.date(), daysBefore));
      case MeetingDay.Undecided undecided -> new Moment.Undecided(undecided.ruleDay());
    };
  }

  private Instant openingBefore(LocalDate date, int daysBefore) {
    LocalDate wished = date.minusDays(daysBefore);
    return calendar.opening(calendar.isOpenDay(wished) ? wished : calendar.previousOpenDay(wished));
  }

  private static Moment notBefore(Moment.At wished, Moment closing) {
    return switch (closing) {
      case Moment.At at -> at.instant().isAfter(wished.instant()) ? at : wished;
      case Moment.None _ -> wished;
      case Moment.Undecided _ -> closing;
    };
  }
}
