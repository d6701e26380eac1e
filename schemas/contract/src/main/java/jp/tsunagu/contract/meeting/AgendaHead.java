package jp.tsunagu.contract.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the items of an agenda.
 *
 * @param body the meeting body (会議体)
 * @param organiser the organiser (主催)
 * @param room where; none is told apart
 * @param contact whom to ask; none where nobody is named
 * @param answerBy until when invited agencies answer; none where that is not asked
 */
public record AgendaHead(
    String body,
    String organiser,
    @Nullable String room,
    @Nullable String contact,
    @Nullable Instant answerBy) {}
