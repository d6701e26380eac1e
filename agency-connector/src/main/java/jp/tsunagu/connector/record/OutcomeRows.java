package jp.tsunagu.connector.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import org.jspecify.annotations.Nullable;

/** Reads how far commands got from their rows in the outbox. */
final class OutcomeRows {

  private enum Answered {
    ACCEPTED,
    REFUSED,
    RESEALED,
    UNREADABLE
  }

  private static final String SELECT =
      "select outbox.*" + CaseNumberColumn.of("outbox") + " from outbox";

  private OutcomeRows() {}

  /** The command with this id, where it is about a case. */
  static List<CommandOutcome> of(AgencyDatabase database, CommandId commandId) {
    return with(database, "command_id = :wanted and case_id is not null", commandId.value());
  }

  /** All about a case that somebody asked for, in the order they were submitted. */
  static List<CommandOutcome> of(AgencyDatabase database, CaseId caseId) {
    return with(
        database,
        "case_id = :wanted and kind not in ('ConfirmReceipt', 'FilePiece')",
        caseId.value());
  }

  private static List<CommandOutcome> with(AgencyDatabase database, String condition, UUID wanted) {
    return database
        .jdbc()
        .sql(SELECT + " where " + condition + " order by id")
        .param("wanted", wanted)
        .query((row, _) -> outcome(row))
        .list();
  }

  static Optional<byte[]> toldAtSubmission(
      AgencyDatabase database, CommandId commandId, String prefix) {
    return database
        .jdbc()
        .sql(
            """
            select told.body from outbox join idempotency told on told.key = outbox.submitted_under
            where outbox.command_id = :commandId and starts_with(told.key, :prefix)
            """)
        .param("commandId", commandId.value())
        .param("prefix", prefix)
        .query(byte[].class)
        .optional();
  }

  static Optional<CommandId> sentAt(AgencyDatabase database, int partition, long offset) {
    return database
        .jdbc()
        .sql(
            """
            select command_id from outbox
            where sent_partition = :partition and sent_offset = :offset
            """)
        .param("partition", partition)
        .param("offset", offset)
        .query(UUID.class)
        .optional()
        .map(CommandId::new);
  }

  private static CommandOutcome outcome(ResultSet row) throws SQLException {
    return new CommandOutcome(
        new CommandId(row.getObject("command_id", UUID.class)),
        new CaseId(row.getObject("case_id", UUID.class)),
        CaseNumberColumn.read(row),
        row.getString("kind"),
        Columns.instant(row, "stored_at"),
        state(row),
        List.of());
  }

  private static CommandState state(ResultSet row) throws SQLException {
    @Nullable String answer = row.getString("answer");
    if (answer == null) {
      return unanswered(row);
    }
    return switch (Answered.valueOf(answer)) {
      case ACCEPTED ->
          new CommandState.Accepted(row.getLong("first_sequence"), row.getLong("last_sequence"));
      case REFUSED -> refused(row);
      case RESEALED ->
          new CommandState.Resealed(new CommandId(row.getObject("sent_again_as", UUID.class)));
      case UNREADABLE -> new CommandState.Unreadable(row.getString("unreadable_reason"));
    };
  }

  private static CommandState refused(ResultSet row) throws SQLException {
    return new CommandState.Refused(
        RefusalCode.valueOf(row.getString("refusal_code")),
        Columns.integers(row, "persons").stream()
            .map(PersonRef::new)
            .collect(Collectors.toUnmodifiableSet()),
        Columns.texts(row, "next_steps").stream().map(NextStep::valueOf).toList(),
        Columns.texts(row, "refused_details").stream()
            .map(DetailKind::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        agencies(row, "refused_recipients"),
        Columns.uuid(row, "open_referral").map(ReferralId::new).orElse(null));
  }

  private static Set<AgencyId> agencies(ResultSet row, String column) throws SQLException {
    return Columns.texts(row, column).stream()
        .map(AgencyId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static CommandState unanswered(ResultSet row) throws SQLException {
    if (row.getObject("sent_at") != null) {
      return new CommandState.Sent();
    }
    Set<AgencyId> waitingFor = agencies(row, "waiting_for");
    return waitingFor.isEmpty() ? new CommandState.Stored() : new CommandState.Held(waitingFor);
  }
}
