package jp.tsunagu.contract.meeting;

import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * What the organiser notes of an agency after a meeting.
 *
 * @param reason why it was absent: a code of the city's list
 */
public record Attendee(AgencyId agency, Presence presence, @Nullable String reason) {}
