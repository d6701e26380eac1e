package jp.tsunagu.scheduler.paper;

import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.SessionKind;

/**
 * One body's meeting in a slot; two bodies may share a slot, and one of them may count it as 定例,
 * the other as 臨時.
 *
 * @param body its name (会議体)
 * @param organiser in whose name it is called (主催)
 */
public record Session(
    MeetingId meetingId,
    String body,
    ConferenceKind conference,
    String organiser,
    SessionKind kind) {}
