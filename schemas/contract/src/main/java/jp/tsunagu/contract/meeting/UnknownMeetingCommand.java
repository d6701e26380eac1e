package jp.tsunagu.contract.meeting;

import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.growth.NewerRecord;

/** A command of a newer program, or one with a code this program does not know: it is refused. */
public record UnknownMeetingCommand(MeetingCommandHeader header, String recordName, Bytes bytes)
    implements MeetingCommand, NewerRecord {}
