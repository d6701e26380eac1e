package jp.tsunagu.scheduler.invitation;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Classification;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.scheduler.invitation.CalendarFile.Method;
import jp.tsunagu.scheduler.paper.Schedule;

/** Writes one meeting as iCalendar. */
final class CalendarText {

  private static final String PRODUCT = "-//Tsunagu//meeting-scheduler//JA";

  private CalendarText() {}

  static String of(Invitation invitation, Method method) {
    var calendar = new ICalendar();
    calendar.setProductId(PRODUCT);
    calendar.setMethod(method.name());
    calendar.addEvent(event(invitation, method));
    TimezoneAssignment tokyo = TokyoInCalendars.zone();
    calendar.getTimezoneInfo().setDefaultTimezone(tokyo);
    return FoldedLines.fold(write(calendar, tokyo));
  }

  private static VEvent event(Invitation invitation, Method method) {
    var event = new VEvent();
    event.setUid(invitation.uid());
    event.setDateTimeStamp(TokyoInCalendars.moment(invitation.issuedAt()));
    event.setSequence(invitation.sequence());
    event.setSummary(invitation.summary());
    event.setLocation(invitation.schedule().room());
    event.setClassification(Classification.confidential());
    event.setStatus(method == Method.CANCEL ? Status.cancelled() : Status.confirmed());
    event.setTransparency(Transparency.opaque());
    hours(event, invitation.schedule());
    parties(event, invitation, method);
    return event;
  }

  private static void hours(VEvent event, Schedule schedule) {
    event.setDateStart(new DateStart(moment(schedule, schedule.begins()), true));
    event.setDateEnd(new DateEnd(moment(schedule, schedule.ends()), true));
  }

  private static ICalDate moment(Schedule schedule, LocalTime time) {
    return TokyoInCalendars.moment(TokyoTime.at(schedule.date(), time));
  }

  private static void parties(VEvent event, Invitation invitation, Method method) {
    var organiser = new Organizer(invitation.organiser().name(), null);
    organiser.setUri(invitation.organiser().address().toString());
    event.setOrganizer(organiser);
    var attendee = new Attendee(invitation.addressee().name(), null);
    attendee.setUri(invitation.addressee().address().toString());
    attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
    attendee.setParticipationStatus(ParticipationStatus.NEEDS_ACTION);
    attendee.setRsvp(method == Method.REQUEST);
    event.addAttendee(attendee);
  }

  private static String write(ICalendar calendar, TimezoneAssignment tokyo) {
    var text = new StringWriter();
    try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
      writer.setGlobalTimezone(tokyo);
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a calendar file could not be written to memory", impossible);
    }
    return text.toString();
  }
}
