package jp.tsunagu.contract.wire;

import java.time.Instant;
import java.util.Objects;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.LiftProtection;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ProtectionLifted;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.UnknownCommand;
import jp.tsunagu.contract.lifecycle.UnknownEvent;
import jp.tsunagu.contract.meeting.MeetingCommand.CancelMeeting;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.contract.meeting.MeetingEvent.MeetingCancelled;
import jp.tsunagu.contract.meeting.MeetingEventHeader;
import jp.tsunagu.contract.meeting.UnknownMeetingCommand;
import jp.tsunagu.contract.meeting.UnknownMeetingEvent;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.UnknownNotice;
import jp.tsunagu.contract.wire.NewerReading.Group;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How records are read whose kind this program does not know: commands, events and notices by what
 * all of them begin with; nothing else.
 *
 * <p>An event whose schema bears {@code "decidesWhoMayRead": true} is not passed over: what it
 * takes away would stay open. Of a directory record nothing is read, but that it is of a newer
 * kind.
 */
final class NewerRecords {
  private static final String DECIDES_WHO_MAY_READ = "decidesWhoMayRead";
  private static final String NOTICES = "jp.tsunagu.contract.avro.notice";
  private static final String DIRECTORY = "jp.tsunagu.contract.avro.directory";

  private final KnownRecords known;

  NewerRecords(KnownRecords known) {
    this.known = known;
  }

  /** Null if nothing of such a record can be understood. */
  @Nullable Reading readingOf(Schema written) {
    if (Boolean.TRUE.equals(written.getObjectProp(DECIDES_WHO_MAY_READ))
        || DIRECTORY.equals(written.getNamespace())) {
      return Reading.refusing(UnreadableReason.KIND_UNKNOWN);
    }
    return commonPart(written);
  }

  /** What a command begins with, whatever else it says. */
  @Nullable Reading commonPart(Schema written) {
    Group group = groupOf(written);
    return group == null ? null : NewerReading.of(written, group);
  }

  private @Nullable Group groupOf(Schema written) {
    if (NOTICES.equals(written.getNamespace())) {
      return notices();
    }
    Schema.Field header = written.getField("header");
    if (header == null || header.schema().getType() != Schema.Type.RECORD) {
      return null;
    }
    return switch (header.schema().getName()) {
      case "EventHeader" -> events();
      case "CommandHeader" -> commands();
      case "MeetingEventHeader" -> meetingEvents();
      case "MeetingCommandHeader" -> meetingCommands();
      default -> null;
    };
  }

  private Group events() {
    return group(
        ProtectionLifted.class,
        EventHeader.class,
        (head, name, bytes) -> new UnknownEvent((EventHeader) head, name, bytes));
  }

  private Group commands() {
    return group(
        LiftProtection.class,
        CommandHeader.class,
        (head, name, bytes) -> new UnknownCommand((CommandHeader) head, name, bytes));
  }

  private Group meetingEvents() {
    return group(
        MeetingCancelled.class,
        MeetingEventHeader.class,
        (head, name, bytes) -> new UnknownMeetingEvent((MeetingEventHeader) head, name, bytes));
  }

  private Group meetingCommands() {
    return group(
        CancelMeeting.class,
        MeetingCommandHeader.class,
        (head, name, bytes) -> new UnknownMeetingCommand((MeetingCommandHeader) head, name, bytes));
  }

  private Group notices() {
    Schema schema = fieldOf(CommandAccepted.class, "recordedAt");
    return new Group(
        "recordedAt",
        schema,
        Objects.requireNonNull(Leaves.of(Instant.class, schema)),
        (head, name, bytes) -> new UnknownNotice((Instant) head, name, bytes));
  }

  /** The schema of a header is the same in every record of a group: taken from one of them. */
  private Group group(
      Class<? extends Record> example, Class<? extends Record> header, NewerReading.Maker maker) {
    Schema schema = fieldOf(example, "header");
    return new Group("header", schema, known.planOf(header, schema), maker);
  }

  private Schema fieldOf(Class<? extends Record> type, String field) {
    return known.of(type).newest().getField(field).schema();
  }
}
