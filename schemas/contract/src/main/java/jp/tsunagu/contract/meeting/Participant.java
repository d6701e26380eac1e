package jp.tsunagu.contract.meeting;

import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * An agency at a meeting.
 *
 * @param field it is counted under
 * @param reason why it was absent: a code of the city's list
 */
public record Participant(
    AgencyId agency, StatisticsField field, Presence presence, @Nullable String reason) {}
