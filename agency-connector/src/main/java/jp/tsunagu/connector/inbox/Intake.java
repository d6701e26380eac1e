package jp.tsunagu.connector.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.outbox.CommandAnswers;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.connector.record.Deliveries;
import jp.tsunagu.connector.record.Delivery;
import jp.tsunagu.connector.record.InboxRows;
import jp.tsunagu.connector.record.Projection;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.message.Notice;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.contract.wire.UnreadableReason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes one record of an inbox topic in: its row, what it changes and what it causes, all in the
 * transaction that is running. The same event twice has no second effect.
 */
@Component
public final class Intake {

  private final Codec codec;
  private final InboxRows rows;
  private final EventEffects effects;
  private final DossierIntake dossierIntake;
  private final CommandAnswers answers;
  private final Quarantine quarantine;
  private final Alarms alarms;
  private final Clock clock;

  Intake(
      Codec codec,
      InboxRows rows,
      EventEffects effects,
      DossierIntake dossierIntake,
      CommandAnswers answers,
      Quarantine quarantine,
      Alarms alarms,
      Clock clock) {
    this.codec = codec;
    this.rows = rows;
    this.effects = effects;
    this.dossierIntake = dossierIntake;
    this.answers = answers;
    this.quarantine = quarantine;
    this.alarms = alarms;
    this.clock = clock;
  }

  /** Takes in the bytes that stand at this place of the agency's inbox topic. */
  public TakenIn take(
      HostedAgency agency, AgencyDatabase database, int partition, long offset, byte[] content) {
    return switch (codec.decode(content)) {
      case Decoded.Readable(CaseEvent event) -> {
        take(agency, database, event, partition, offset);
        yield new TakenIn.Done();
      }
      case Decoded.Readable(Notice notice) -> {
        take(agency, database, notice, partition, offset, content);
        yield new TakenIn.Done();
      }
      case Decoded.Readable(Object other) -> {
        setAside(database, partition, offset, other.getClass().getSimpleName(), content);
        yield new TakenIn.Done();
      }
      case Decoded.Unreadable(var reason) ->
          unreadable(database, partition, offset, reason, content);
    };
  }

  private TakenIn unreadable(
      AgencyDatabase database,
      int partition,
      long offset,
      UnreadableReason reason,
      byte[] content) {
    return switch (reason) {
      case SCHEMA_UNKNOWN -> new TakenIn.Waits(Alarm.Kind.SCHEMA_UNKNOWN);
      case NOT_FRAMED, BYTES_BROKEN -> {
        setAside(database, partition, offset, reason.name(), content);
        yield new TakenIn.Done();
      }
    };
  }

  private void setAside(
      AgencyDatabase database, int partition, long offset, String reason, byte[] content) {
    quarantine.keep(database, partition, offset, reason, content);
    alarms.raise(database, Alarm.Kind.RECORD_UNREADABLE, partition, offset);
  }

  private void take(
      HostedAgency agency, AgencyDatabase database, CaseEvent event, int partition, long offset) {
    InboxRows.Fresh item =
        new InboxRows.Fresh(
            event.header().eventId().value(),
            partition,
            offset,
            Optional.of(event.header().caseId()),
            Projection.referralOf(event),
            event.header().recordedAt(),
            (Record) event);
    if (store(agency, database, item)) {
      effects.apply(database, event);
    }
  }

  private void take(
      HostedAgency agency,
      AgencyDatabase database,
      Notice notice,
      int partition,
      long offset,
      byte[] content) {
    switch (notice) {
      case Notice.CommandAccepted accepted -> {
        store(agency, database, item(agency, accepted, partition, offset, accepted.caseId()));
        answers.take(database, accepted);
      }
      case Notice.CommandRefused refused -> {
        store(agency, database, item(agency, refused, partition, offset, refused.caseId()));
        answers.take(database, refused);
      }
      case Notice.CommandUnreadable unreadable -> {
        store(agency, database, item(agency, unreadable, partition, offset, null));
        answers.take(database, unreadable);
      }
      case Notice.ConsentShown shown -> {
        if (store(agency, database, item(agency, shown, partition, offset, shown.caseId()))) {
          effects.show(database, shown);
        }
      }
      case Notice.DossierDelivered delivered -> {
        if (dossierIntake.take(database, delivered, partition, offset)) {
          Notice kept = DossierIntake.withoutCiphertexts(delivered);
          store(agency, database, item(agency, kept, partition, offset, delivered.caseId()));
        } else {
          quarantine.keep(database, partition, offset, "DOSSIER_NOT_FOR_US", content);
        }
      }
    }
  }

  private static InboxRows.Fresh item(
      HostedAgency agency, Notice notice, int partition, long offset, @Nullable CaseId caseId) {
    String place = "inbox/" + agency.id() + "/" + partition + "/" + offset;
    Optional<ReferralId> referralId =
        notice instanceof Notice.DossierDelivered delivered
            ? Optional.ofNullable(delivered.referralId())
            : Optional.empty();
    return new InboxRows.Fresh(
        UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)),
        partition,
        offset,
        Optional.ofNullable(caseId),
        referralId,
        notice.recordedAt(),
        (Record) notice);
  }

  private boolean store(HostedAgency agency, AgencyDatabase database, InboxRows.Fresh item) {
    var now = clock.instant();
    Optional<Long> position = rows.insert(database, item, now);
    position.ifPresent(
        stored -> {
          if (agency.webhook() != null) {
            Deliveries.add(database, Delivery.Channel.WEBHOOK, stored, now);
          }
          if (agency.folder() != null) {
            Deliveries.add(database, Delivery.Channel.FOLDER, stored, now);
          }
        });
    return position.isPresent();
  }
}
