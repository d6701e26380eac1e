package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.growth.NewerRecord;

/** An event of a newer program: it has its place in the case and changes nothing in it. */
public record UnknownEvent(EventHeader header, String recordName, Bytes bytes)
    implements CaseEvent, NewerRecord {}
