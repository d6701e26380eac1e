package jp.tsunagu.connector.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.outbox.CommandAnswers;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.connector.record.Arrivals;
import jp.tsunagu.connector.record.InboxRows;
import jp.tsunagu.connector.record.Projection;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.message.Notice;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.aside.CodecReader;
import jp.tsunagu.runtime.aside.KeyRule;
import jp.tsunagu.runtime.aside.Place;
import jp.tsunagu.runtime.aside.RawRecord;
import jp.tsunagu.runtime.aside.RecordReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes one record of an inbox topic in: its row, what it changes and what it causes, all in the
 * transaction that is running. The same event twice has no second effect. What cannot be read is
 * put aside, and the later records of its case wait.
 */
@Component
public final class Intake {

  private final Codec codec;
  private final Arrivals arrivals;
  private final EventEffects effects;
  private final DossierIntake dossierIntake;
  private final CommandAnswers answers;
  private final Alarms alarms;
  private final Clock clock;

  Intake(
      Codec codec,
      Arrivals arrivals,
      EventEffects effects,
      DossierIntake dossierIntake,
      CommandAnswers answers,
      Alarms alarms,
      Clock clock) {
    this.codec = codec;
    this.arrivals = arrivals;
    this.effects = effects;
    this.dossierIntake = dossierIntake;
    this.answers = answers;
    this.alarms = alarms;
    this.clock = clock;
  }

  /**
   * The agency's inbox as it is held, for the transaction that is running.
   *
   * @param partitions of the inbox topic
   */
  public HeldInbox open(HostedAgency agency, AgencyDatabase database, Topic topic, int partitions) {
    AsideRows rows = new AsideRows(database, alarms, clock, topic.name());
    RecordReader<Record> reader =
        CodecReader.of(codec, topic, Record.class, keys(agency.id()), () -> partitions);
    return new HeldInbox(
        reader,
        rows,
        (record, _, value) -> take(agency, database, rows, record, Objects.requireNonNull(value)));
  }

  /** The case id; of the notice that is about no case, the agency's own id. */
  private static KeyRule<Record> keys(AgencyId own) {
    KeyRule<Record> ofCase = KeyRule.caseId(Intake::caseOf);
    return new KeyRule<>(
        text -> ofCase.usable().test(text) || text.equals(own.value()), ofCase.inRecord());
  }

  private static @Nullable CaseId caseOf(Record value) {
    if (value instanceof CaseEvent event) {
      return event.header().caseId();
    }
    return value instanceof Notice notice ? caseOf(notice) : null;
  }

  private static @Nullable CaseId caseOf(Notice notice) {
    return switch (notice) {
      case Notice.CommandAccepted accepted -> accepted.caseId();
      case Notice.CommandRefused refused -> refused.caseId();
      case Notice.ConsentShown shown -> shown.caseId();
      case Notice.DossierDelivered delivered -> delivered.caseId();
      case Notice.CommandUnreadable _, Notice.UnknownNotice _ -> null;
    };
  }

  private void take(
      HostedAgency agency,
      AgencyDatabase database,
      AsideRows rows,
      RawRecord record,
      Record value) {
    Place place = record.place();
    if (value instanceof CaseEvent event) {
      take(agency, database, event, place.partition(), place.offset());
    } else if (value instanceof Notice notice) {
      take(agency, database, rows, notice, record);
    }
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
    if (arrivals.store(agency, database, item)) {
      effects.apply(database, event);
    }
  }

  private void take(
      HostedAgency agency,
      AgencyDatabase database,
      AsideRows rows,
      Notice notice,
      RawRecord record) {
    int partition = record.place().partition();
    long offset = record.place().offset();
    switch (notice) {
      case Notice.CommandAccepted accepted -> {
        arrivals.store(
            agency, database, item(agency, accepted, partition, offset, accepted.caseId()));
        answers.take(database, accepted);
      }
      case Notice.CommandRefused refused -> {
        arrivals.store(
            agency, database, item(agency, refused, partition, offset, refused.caseId()));
        answers.take(database, refused);
      }
      case Notice.CommandUnreadable unreadable -> {
        arrivals.store(agency, database, item(agency, unreadable, partition, offset, null));
        if (!answers.take(database, unreadable) && isAboutKeys(unreadable)) {
          alarms.raise(database, Alarm.Kind.KEY_FOREIGN);
        }
      }
      case Notice.UnknownNotice unknown ->
          arrivals.store(agency, database, item(agency, unknown, partition, offset, null));
      case Notice.ConsentShown shown -> {
        if (arrivals.store(
            agency, database, item(agency, shown, partition, offset, shown.caseId()))) {
          effects.show(database, shown);
        }
      }
      case Notice.DossierDelivered delivered -> {
        if (dossierIntake.take(database, delivered, partition, offset)) {
          Notice kept = DossierIntake.withoutCiphertexts(delivered);
          arrivals.store(
              agency, database, item(agency, kept, partition, offset, delivered.caseId()));
        } else {
          rows.keepAlone(record, "DOSSIER_NOT_FOR_US");
        }
      }
    }
  }

  /** An announcement that this agency did not send: somebody else writes to its outbox. */
  private static boolean isAboutKeys(Notice.CommandUnreadable unreadable) {
    return unreadable.reason().startsWith("KEY_") && !unreadable.reason().equals("KEY_WRONG");
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
}
