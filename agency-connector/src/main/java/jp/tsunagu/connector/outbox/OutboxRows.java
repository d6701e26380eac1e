package jp.tsunagu.connector.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.DossierId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** The rows of the outbox of one agency. */
final class OutboxRows {

  private OutboxRows() {}

  /** A row to be made. */
  record Fresh(
      CommandId commandId,
      String key,
      @Nullable CaseId caseId,
      String kind,
      byte[] encoded,
      @Nullable DossierId dossierId,
      int timesResealed,
      @Nullable Instant notBefore) {}

  /** Until the transaction ends, nobody else stores a command about this case. */
  static void lockCase(AgencyDatabase database, CaseId caseId, Instant now) {
    database
        .jdbc()
        .sql(
            """
            insert into supported_case (case_id, changed_at) values (:caseId, :now)
            on conflict (case_id) do update set case_id = excluded.case_id
            """)
        .param("caseId", caseId.value())
        .param("now", Columns.at(now))
        .update();
  }

  static long insert(AgencyDatabase database, Fresh row, Instant now) {
    CaseId caseId = row.caseId();
    DossierId dossierId = row.dossierId();
    Instant notBefore = row.notBefore();
    return database
        .jdbc()
        .sql(
            """
            insert into outbox (command_id, record_key, case_id, kind, command, dossier_id, stored_at,
                                times_resealed, not_before)
            values (:commandId, :key, :caseId, :kind, :command, :dossierId, :now, :timesResealed, :notBefore)
            returning id
            """)
        .param("commandId", row.commandId().value())
        .param("key", row.key())
        .param("caseId", caseId == null ? null : caseId.value(), Types.OTHER)
        .param("kind", row.kind())
        .param("command", row.encoded())
        .param("dossierId", dossierId == null ? null : dossierId.value(), Types.OTHER)
        .param("now", Columns.at(now))
        .param("timesResealed", row.timesResealed())
        .param(
            "notBefore",
            notBefore == null ? null : Columns.at(notBefore),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .query(Long.class)
        .single();
  }

  /** Notes under which key these commands came. */
  static void submittedUnder(AgencyDatabase database, IdempotencyKey key, List<CommandId> ids) {
    database
        .jdbc()
        .sql("update outbox set submitted_under = :key where command_id = any(:ids::uuid[])")
        .param("key", key.key())
        .param("ids", Columns.texts(ids))
        .update();
  }

  /**
   * A household whose sheet was refused never came: nothing of it stays here but the refusal, and
   * nothing about what the network has told of.
   */
  static boolean forgetCase(AgencyDatabase database, CaseId caseId) {
    return database
            .jdbc()
            .sql("delete from supported_case where case_id = :caseId and state is null")
            .param("caseId", caseId.value())
            .update()
        > 0;
  }

  static void insertParts(
      AgencyDatabase database, long outboxId, DossierId dossierId, List<OpenPart> parts) {
    database.forEach(
        """
        insert into outbox_part (outbox_id, dossier_id, name, recipients)
        values (:outboxId, :dossierId, :name, :recipients)
        """,
        parts.stream().map(part -> row(outboxId, dossierId, part)).toList());
  }

  private static SqlParameterSource row(long outboxId, DossierId dossierId, OpenPart part) {
    return new MapSqlParameterSource()
        .addValue("outboxId", outboxId)
        .addValue("dossierId", dossierId.value())
        .addValue("name", part.name())
        .addValue("recipients", Columns.texts(part.told().recipients()));
  }

  /** What goes on as another command travels with the same parts, under the same key. */
  static void goesOn(AgencyDatabase database, long from, long to) {
    database
        .jdbc()
        .sql(
            """
            update outbox set submitted_under = earlier.submitted_under
            from outbox earlier where outbox.id = :to and earlier.id = :from
            """)
        .param("from", from)
        .param("to", to)
        .update();
    copyParts(database, from, to);
  }

  private static void copyParts(AgencyDatabase database, long from, long to) {
    database
        .jdbc()
        .sql(
            """
            insert into outbox_part (outbox_id, dossier_id, name, recipients)
            select :to, dossier_id, name, recipients from outbox_part where outbox_id = :from
            """)
        .param("from", from)
        .param("to", to)
        .update();
  }

  /** Who gets which part of what travels with these commands, by id and name of the part. */
  static Map<Long, Map<String, Set<AgencyId>>> recipientsByPart(
      AgencyDatabase database, List<Long> outboxIds) {
    Map<Long, Map<String, Set<AgencyId>>> recipients = new HashMap<>();
    if (outboxIds.isEmpty()) {
      return recipients;
    }
    database
        .jdbc()
        .sql("select outbox_id, name, recipients from outbox_part where outbox_id = any(:ids)")
        .param("ids", outboxIds.toArray(Long[]::new))
        .query(
            (ResultSet row) -> {
              recipients
                  .computeIfAbsent(row.getLong("outbox_id"), _ -> new HashMap<>())
                  .put(row.getString("name"), agencies(row));
            });
    return recipients;
  }

  private static Set<AgencyId> agencies(ResultSet row) throws SQLException {
    return Columns.texts(row, "recipients").stream()
        .map(AgencyId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What can be sent now, in the order of ids; nothing behind a held command of the same key. */
  static List<StoredCommand> sendable(AgencyDatabase database, Instant now, int limit) {
    return database
        .jdbc()
        .sql(
            """
            select * from outbox o
            where o.sent_at is null and o.waiting_for is null
              and (o.not_before is null or o.not_before <= :now)
              and not exists (
                select 1 from outbox earlier
                where earlier.record_key = o.record_key and earlier.id < o.id
                  and earlier.sent_at is null
                  and (earlier.waiting_for is not null or earlier.not_before > :now))
            order by o.id limit :limit
            """)
        .param("now", Columns.at(now))
        .param("limit", limit)
        .query((row, _) -> command(row))
        .list();
  }

  static Optional<StoredCommand> find(AgencyDatabase database, CommandId commandId) {
    return database
        .jdbc()
        .sql("select * from outbox where command_id = :commandId")
        .param("commandId", commandId.value())
        .query((row, _) -> command(row))
        .optional();
  }

  private static StoredCommand command(ResultSet row) throws SQLException {
    return new StoredCommand(
        row.getLong("id"),
        new CommandId(row.getObject("command_id", UUID.class)),
        row.getString("record_key"),
        row.getString("kind"),
        Bytes.copyOf(row.getBytes("command")),
        Columns.uuid(row, "dossier_id").map(DossierId::new),
        row.getInt("times_resealed"));
  }
}
