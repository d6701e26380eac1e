package jp.tsunagu.contract.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.contract.directory.AnnounceKey;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConfirmReceipt;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommandRefused;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.message.Notice;
import org.jspecify.annotations.Nullable;

/**
 * What the headers tell of a record.
 *
 * @param id unique for its source, and the same for the same fact told twice
 * @param time when it happened; none for states and directory records
 */
record RecordFacts(String id, @Nullable Instant time) {
  private static final int DIGITS = 16;

  static RecordFacts of(Record value) {
    return switch (value) {
      case CaseEvent event ->
          new RecordFacts(event.header().eventId().toString(), event.header().occurredAt());
      case CaseCommand command ->
          new RecordFacts(command.header().commandId().toString(), command.header().enteredAt());
      case AnnounceKey key -> new RecordFacts(key.commandId().toString(), key.enteredAt());
      case RegisterCommand wish -> new RecordFacts(wish.commandId().toString(), wish.enteredAt());
      case ConfirmReceipt receipt ->
          new RecordFacts(receipt.caseId() + "/receipt/" + receipt.sequence(), receipt.arrivedAt());
      case FilePiece(_, DossierId dossier, String part, _, int number, _) ->
          new RecordFacts(piece(dossier, part, number), null);
      case Notice notice -> new RecordFacts(idOf(notice), notice.recordedAt());
      case CaseState state -> new RecordFacts(state.caseId() + "/" + state.sequence(), null);
      case DirectoryRecord.FormerName former ->
          new RecordFacts("former/" + fingerprint(former), null);
      case DirectoryRecord.CityForm form -> new RecordFacts("form/" + fingerprint(form), null);
      case DirectoryRecord entry ->
          new RecordFacts(entry.key() + "/" + fingerprint((Record) entry), null);
      case MeetingEvent event ->
          new RecordFacts(event.header().eventId().toString(), event.header().times().occurredAt());
      case MeetingCommand command ->
          new RecordFacts(command.header().commandId().toString(), command.header().enteredAt());
      case MeetingCommandRefused refused ->
          new RecordFacts(refused.commandId() + "/answer", refused.recordedAt());
      case Record other ->
          throw new IllegalArgumentException(other.getClass() + " does not travel on its own");
    };
  }

  /** What a part is called is its writer's affair, and no header says it. */
  private static String piece(DossierId dossier, String part, int number) {
    String called = Sha256.hex(part.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    return "%s/%s/%d".formatted(dossier, called, number);
  }

  private static String idOf(Notice notice) {
    return switch (notice) {
      case Notice.CommandAccepted accepted -> accepted.commandId() + "/answer";
      case Notice.CommandRefused refused -> refused.commandId() + "/answer";
      case Notice.CommandUnreadable unreadable ->
          "unreadable/%d/%d/%d"
              .formatted(
                  unreadable.partition(),
                  unreadable.offset(),
                  unreadable.recordedAt().toEpochMilli());
      case Notice.ConsentShown shown ->
          shown.consent().consentId()
              + "/"
              + shown.shownTo()
              + "/"
              + shown.recordedAt().toEpochMilli();
      case Notice.UnknownNotice unknown ->
          unknown.kind() + "/" + unknown.recordedAt().toEpochMilli();
      case Notice.PieceDelivered piece ->
          piece(piece.dossierId(), piece.part(), piece.number())
              + "/"
              + piece.recordedAt().toEpochMilli();
      case Notice.DossierDelivered delivered ->
          delivered.dossier().dossierId()
              + "/"
              + recipients(delivered)
              + "/"
              + delivered.recordedAt().toEpochMilli();
    };
  }

  /** Whose inbox it is for: the gateway tells a dossier to each recipient apart. */
  private static String recipients(Notice.DossierDelivered delivered) {
    return delivered.dossier().parts().stream()
        .flatMap(part -> part.recipients().stream())
        .map(AgencyId::value)
        .distinct()
        .sorted()
        .collect(Collectors.joining("+"));
  }

  private static String fingerprint(Record entry) {
    return Sha256.hex(InBytes.CODEC.encode(entry)).substring(0, DIGITS);
  }

  /** Built only where a directory record is written. */
  private static final class InBytes {
    private static final Codec CODEC = Codec.standard();
  }
}
