package jp.tsunagu.contract.meeting;

import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.growth.NewerRecord;

/** An event of a newer program: it has its place in the meeting and changes nothing in it. */
public record UnknownMeetingEvent(MeetingEventHeader header, String recordName, Bytes bytes)
    implements MeetingEvent, NewerRecord {}
