/**
 * Makes calendar files (.ics, RFC 5545 and 5546) of meetings: {@code
 * CalendarFile.request(invitation)} and {@code CalendarFile.cancel(invitation)}.
 */
@NullMarked
package jp.tsunagu.scheduler.invitation;

import org.jspecify.annotations.NullMarked;
