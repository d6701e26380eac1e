/**
 * The days of meeting bodies (会議体) as data: {@link jp.tsunagu.scheduler.body.Recurrence} reads RFC
 * 5545 rules, {@link jp.tsunagu.scheduler.body.MeetingDays} gives meeting days, closings, and the
 * moments of publishing and reminding, {@link jp.tsunagu.scheduler.body.MeetingNames} names
 * meetings.
 *
 * <p>Pure: calendar, rules and the desk's decisions come in, days go out.
 */
@NullMarked
package jp.tsunagu.scheduler.body;

import org.jspecify.annotations.NullMarked;
