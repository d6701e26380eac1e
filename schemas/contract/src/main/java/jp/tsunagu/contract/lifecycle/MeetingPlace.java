package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import org.jspecify.annotations.Nullable;

/**
 * An item's place on a published agenda.
 *
 * @param revision of the agenda, from 1
 * @param startsAt when the item begins
 * @param organiser in whose name the notice goes out
 * @param answerBy until when invited agencies answer
 */
public record MeetingPlace(
    MeetingId meetingId,
    int revision,
    Instant startsAt,
    int minutes,
    AgencyId organiser,
    SessionKind session,
    @Nullable Instant answerBy) {}
