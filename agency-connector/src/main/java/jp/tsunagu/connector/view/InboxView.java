package jp.tsunagu.connector.view;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.connector.record.InboxContent;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.Fingerprint;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.UnknownEvent;
import jp.tsunagu.contract.message.Notice;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.EventWords;
import jp.tsunagu.contract.wording.NoticeWords;
import org.jspecify.annotations.Nullable;

/**
 * An inbox item as an agency's system is told of it: codes, ids and times; dossiers are fetched
 * with the referral.
 *
 * @param position cursor for {@code after} and {@code Last-Event-ID}
 * @param id stable: a repeated delivery carries the same
 * @param type which event or notice, such as {@code ReferralSent} (送付)
 * @param caseNumber what people call the case (案件番号); none where the network has not told it
 * @param data the event or notice
 */
public record InboxView(
    long position,
    UUID id,
    Coded type,
    @Nullable CaseId caseId,
    @Nullable CaseNumber caseNumber,
    @Nullable ReferralId referralId,
    Instant recordedAt,
    @Schema(
            anyOf = {
              CaseEvent.class,
              Delivered.class,
              RefusedView.class,
              Notice.CommandAccepted.class,
              Notice.ConsentShown.class,
              Unreadable.class,
              Keys.class,
              Newer.class
            })
        Object data) {

  /** The view of an item, in the words of the network. */
  public static InboxView of(InboxItem item, NetworkDirectory directory) {
    return new InboxView(
        item.position(),
        item.itemId(),
        type(item.content(), directory),
        item.caseId().orElse(null),
        item.caseNumber().orElse(null),
        item.referralId().orElse(null),
        item.recordedAt(),
        data(item.content()));
  }

  private static Coded type(InboxContent content, NetworkDirectory directory) {
    return switch (content) {
      case InboxContent.Happened(var event) -> EventWords.of(event, directory);
      case InboxContent.Told(Notice notice) -> NoticeWords.of(notice);
      case InboxContent.KeysAnnounced _ -> NoticeWords.KEYS_ANNOUNCED;
    };
  }

  private static Object data(InboxContent content) {
    return switch (content) {
      case InboxContent.Happened(UnknownEvent newer) -> Newer.of(newer);
      case InboxContent.Happened(var event) -> event;
      case InboxContent.KeysAnnounced(AgencyKeys keys) -> Keys.of(keys);
      case InboxContent.Told(Notice notice) ->
          switch (notice) {
            case Notice.DossierDelivered delivered ->
                new Delivered(delivered.dossier().dossierId(), delivered.dossier().parts().size());
            case Notice.PieceDelivered piece -> new Delivered(piece.dossierId(), 1);
            case Notice.CommandRefused refused -> RefusedView.of(refused);
            case Notice.CommandAccepted accepted -> accepted;
            case Notice.CommandUnreadable unreadable ->
                new Unreadable(
                    unreadable.partition(),
                    unreadable.offset(),
                    NoticeWords.whyUnreadable(unreadable.reason()));
            case Notice.ConsentShown shown -> shown;
            case Notice.UnknownNotice newer -> Newer.of(newer);
          };
    };
  }

  /** Of a newer kind; it is kept as it came, for the program that will know it. */
  record Newer(String label) {
    static Newer of(NewerRecord newer) {
      return new Newer(NewerRecord.NEW_LABEL + ": " + newer.kind());
    }
  }

  /** A record of the agency's outbox could not be read. */
  record Unreadable(int partition, long offset, Coded reason) {}

  /**
   * The keys of another agency changed.
   *
   * @param signing fingerprints of the signing keys it announced
   * @param sealing fingerprints of the keys it announced for sealing
   */
  record Keys(AgencyId agencyId, List<String> signing, List<String> sealing) {
    static Keys of(AgencyKeys keys) {
      return new Keys(
          keys.agencyId(),
          keys.signingKeys().stream()
              .map(key -> Fingerprint.of(key.publicKey()).grouped())
              .toList(),
          keys.keys().stream().map(key -> Fingerprint.of(key.keyset()).grouped()).toList());
    }
  }

  /** A dossier arrived; its content stands at the referral. */
  record Delivered(DossierId dossierId, int parts) {}
}
