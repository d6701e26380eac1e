package jp.tsunagu.connector.record;

import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.message.Notice;

/** What an inbox item says. */
public sealed interface InboxContent {

  /** Something happened in a case. */
  record Happened(CaseEvent event) implements InboxContent {}

  /** An answer to a command, or a dossier (open it with {@link Records#dossier}). */
  record Told(Notice notice) implements InboxContent {}

  /** Another agency announced these keys; what is made of them stands among the known keys. */
  record KeysAnnounced(AgencyKeys keys) implements InboxContent {}
}
