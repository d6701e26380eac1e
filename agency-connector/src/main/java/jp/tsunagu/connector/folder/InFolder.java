package jp.tsunagu.connector.folder;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.record.Deliveries;
import jp.tsunagu.connector.record.Delivery;
import jp.tsunagu.connector.record.InboxContent;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.connector.view.DossierJson;
import jp.tsunagu.connector.view.InboxView;
import jp.tsunagu.connector.view.ReferralSummary;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.message.Notice;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes news into {@code in/}, one file per item, named by its position: written again after a
 * kill it is the same file.
 */
final class InFolder {

  private static final int PAGE = 100;

  private final AgencyId agency;
  private final Folder folder;
  private final Receipts receipts;
  private final Records records;
  private final ShownDossiers dossiers;
  private final Deliveries deliveries;
  private final CsvCopies copies;
  private final CurrentDirectory directory;
  private final Clock clock;
  private final JsonMapper json;

  InFolder(
      AgencyId agency,
      Folder folder,
      Receipts receipts,
      Records records,
      ShownDossiers dossiers,
      Deliveries deliveries,
      CsvCopies copies,
      CurrentDirectory directory,
      Clock clock) {
    this.agency = agency;
    this.folder = folder;
    this.receipts = receipts;
    this.records = records;
    this.dossiers = dossiers;
    this.deliveries = deliveries;
    this.copies = copies;
    this.directory = directory;
    this.json = ViewJson.mapper(id -> directory.snapshot().nameOf(id));
    this.clock = clock;
  }

  /** Writes what is due; nothing if there was nothing. */
  Optional<Duration> writeDue() throws IOException {
    List<Delivery> due = deliveries.due(agency, Delivery.Channel.FOLDER, clock.instant(), PAGE);
    List<Long> written = new ArrayList<>();
    try {
      for (Delivery delivery : due) {
        write(delivery.item());
        written.add(delivery.id());
      }
    } finally {
      deliveries.delivered(agency, written, clock.instant());
    }
    return due.isEmpty() ? Optional.empty() : Optional.of(Duration.ZERO);
  }

  private void write(InboxItem item) throws IOException {
    ObjectNode content = json.valueToTree(InboxView.of(item, directory.snapshot()));
    item.referralId()
        .flatMap(id -> records.findReferral(agency, id))
        .ifPresent(view -> content.set("referral", referral(view)));
    String name = String.format("%012d-%s", item.position(), item.kind());
    if (item.content() instanceof InboxContent.Told(Notice.DossierDelivered delivered)) {
      var shown = dossiers.find(agency, delivered.dossier().dossierId(), Reader.folder());
      if (shown.isPresent()) {
        content.set("dossier", json.valueToTree(DossierJson.of(shown.get())));
        copies.write(folder.in(), name, shown.get(), item.caseNumber());
      }
    }
    byte[] written = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
    AtomicFiles.writeWithChecksum(folder.in().resolve(name + ".json"), written);
    receipts.follow(item);
  }

  private ObjectNode referral(ReferralView view) {
    return json.valueToTree(ReferralSummary.of(view, agency, directory.snapshot()));
  }
}
