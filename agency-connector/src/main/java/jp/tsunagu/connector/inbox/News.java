package jp.tsunagu.connector.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.dossier.PartOpening;
import jp.tsunagu.connector.record.InboxRows;
import jp.tsunagu.connector.record.Projection;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.message.Notice;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import jp.tsunagu.runtime.aside.Place;
import org.jspecify.annotations.Nullable;

/** What a record of an inbox says: an event of a case, or a notice. */
sealed interface News {

  Place place();

  /** Something happened in a case. */
  record OfEvent(Place place, CaseEvent event) implements News {}

  /** The network told something. */
  record OfNotice(Place place, Notice notice) implements News {}

  /** A dossier came. */
  record OfDossier(Place place, DossierDelivered delivered, Map<String, PartOpening> openings)
      implements News {
    public OfDossier {
      openings = Map.copyOf(openings);
    }

    /** Whether any part of it is ours; else it was misrouted or copied. */
    boolean isOurs() {
      return openings.values().stream().anyMatch(OfDossier::isOurs);
    }

    private static boolean isOurs(PartOpening opening) {
      return switch (opening) {
        case PartOpening.Opened _, PartOpening.KeyLost _ -> true;
        case PartOpening.NotForUs _, PartOpening.Foreign _ -> false;
      };
    }
  }

  /** The case it is about, if it is about one. */
  default @Nullable CaseId caseId() {
    return switch (this) {
      case OfEvent(_, CaseEvent event) -> event.header().caseId();
      case OfNotice(_, Notice notice) -> caseOf(notice);
      case OfDossier(_, DossierDelivered delivered, _) -> delivered.caseId();
    };
  }

  /** The case a notice is about, if it is about one. */
  static @Nullable CaseId caseOf(Notice notice) {
    return switch (notice) {
      case Notice.CommandAccepted accepted -> accepted.caseId();
      case Notice.CommandRefused refused -> refused.caseId();
      case Notice.ConsentShown shown -> shown.caseId();
      case DossierDelivered delivered -> delivered.caseId();
      case Notice.PieceDelivered piece -> piece.caseId();
      case Notice.CommandUnreadable _, Notice.UnknownNotice _ -> null;
    };
  }

  /** As it is stored: an event under its own id, a notice under that of its place. */
  default InboxRows.Fresh row(AgencyId agency) {
    return switch (this) {
      case OfEvent(_, CaseEvent event) ->
          row(
              event.header().eventId().value(),
              Projection.referralOf(event),
              event.header().recordedAt(),
              (Record) event);
      case OfNotice(_, Notice notice) ->
          row(idOf(agency), Optional.empty(), notice.recordedAt(), (Record) notice);
      case OfDossier(_, DossierDelivered delivered, _) ->
          row(
              idOf(agency),
              Optional.ofNullable(delivered.referralId()),
              delivered.recordedAt(),
              withoutCiphertexts(delivered));
    };
  }

  private InboxRows.Fresh row(
      UUID itemId, Optional<ReferralId> referralId, Instant recordedAt, Record content) {
    return new InboxRows.Fresh(
        itemId,
        place().partition(),
        place().offset(),
        Optional.ofNullable(caseId()),
        referralId,
        recordedAt,
        content);
  }

  private UUID idOf(AgencyId agency) {
    String name = "inbox/" + agency + "/" + place().partition() + "/" + place().offset();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** The notice as it is kept: what could be opened lies among the dossiers, and only there. */
  private static DossierDelivered withoutCiphertexts(DossierDelivered delivered) {
    return new DossierDelivered(
        delivered.caseId(),
        delivered.referralId(),
        delivered.dossier().emptied(),
        delivered.recordedAt());
  }
}
