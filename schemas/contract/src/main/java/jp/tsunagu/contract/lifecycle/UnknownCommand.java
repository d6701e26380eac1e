package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.growth.NewerRecord;

/** A command of a newer program, or one with a code this program does not know: it is refused. */
public record UnknownCommand(CommandHeader header, String recordName, Bytes bytes)
    implements CaseCommand, NewerRecord {}
