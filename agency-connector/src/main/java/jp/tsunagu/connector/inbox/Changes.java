package jp.tsunagu.connector.inbox;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.dossier.DossierChanges;
import jp.tsunagu.connector.mailbox.ToTell;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.connector.record.Cases;
import jp.tsunagu.connector.record.DateNotes;
import jp.tsunagu.connector.record.MeetingNotices;
import jp.tsunagu.connector.record.TaskChanges;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ConfirmReceipt;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportEnded;
import jp.tsunagu.contract.message.Notice.DossierDelivered;

/**
 * What the news of one transaction changes in an agency's record: collected in the order of the
 * news, each thing written once by {@link EventEffects#write}.
 */
final class Changes {

  final AgencyDatabase database;
  final Cases cases;
  final DossierChanges dossiers;
  final TaskChanges tasks;
  final MeetingNotices notices;
  final DateNotes dates;
  final List<Wish> commands = new ArrayList<>();
  final List<ConfirmReceipt> receipts = new ArrayList<>();
  final List<Resealing.Asked> asked = new ArrayList<>();
  final List<DossierDelivered> unopened = new ArrayList<>();
  final List<ToTell.Fresh> toTell = new ArrayList<>();
  final List<Alarms.Raised> alarms = new ArrayList<>();
  final List<SideSupportEnded> ended = new ArrayList<>();

  Changes(AgencyDatabase database, Cases cases, DossierChanges dossiers) {
    this.database = database;
    this.cases = cases;
    this.dossiers = dossiers;
    this.tasks = new TaskChanges(database);
    this.notices = new MeetingNotices(database, cases.ids());
    this.dates = new DateNotes(database, cases.ids());
  }

  AgencyId own() {
    return database.agency();
  }
}
