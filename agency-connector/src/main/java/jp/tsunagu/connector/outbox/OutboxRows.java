package jp.tsunagu.connector.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Rows;
import jp.tsunagu.connector.dossier.FileParts;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.DossierId;
import org.jspecify.annotations.Nullable;

/** The rows of the outbox of one agency. */
final class OutboxRows {

  private static final List<String> GO_ON =
      List.of(
          """
          update outbox set submitted_under = earlier.submitted_under,
                            carries_files = earlier.carries_files
          from {rows} join outbox earlier on earlier.id = r.refused
          where outbox.id = r.later
          """,
          """
          insert into outbox_part (outbox_id, dossier_id, name, recipients)
          select r.later, part.dossier_id, part.name, part.recipients
          from {rows} join outbox_part part on part.outbox_id = r.refused
          """);

  private OutboxRows() {}

  /**
   * A row to be made.
   *
   * @param about its record key
   * @param notBefore when it may be sent at the earliest
   * @param submittedUnder the Idempotency-Key under which it came
   */
  record Fresh(
      CommandId commandId,
      RecordKey about,
      String kind,
      byte[] encoded,
      @Nullable DossierId dossierId,
      int timesResealed,
      @Nullable Instant notBefore,
      @Nullable String submittedUnder) {}

  /**
   * Until the transaction ends, nobody else submits commands about these cases, so that ids within
   * a case are in the order of commit; and the cases are listed from now on. What the inbox takes
   * in of a case is not waited for: nobody can answer what is not committed yet.
   */
  static void lockCases(AgencyDatabase database, Collection<CaseId> cases, Instant now) {
    database.lock(cases.stream().map(CaseId::toString).toList());
    database
        .jdbc()
        .sql(
            """
            insert into supported_case (case_id, changed_at)
            select case_id, :now from unnest(:ids::uuid[]) as submitted (case_id)
            where not exists (
              select 1 from supported_case known where known.case_id = submitted.case_id)
            on conflict (case_id) do nothing
            """)
        .param("now", Columns.at(now))
        .param("ids", Columns.texts(cases))
        .update();
  }

  /** Gives the ids of the rows, ascending in their order. */
  static List<Long> insertAll(AgencyDatabase database, List<Fresh> rows, Instant now) {
    return Rows.of(rows)
        .with("command_id", "uuid", Fresh::commandId)
        .with("record_key", "text", fresh -> fresh.about().text())
        .with("case_id", "uuid", fresh -> fresh.about().caseId())
        .with("kind", "text", Fresh::kind)
        .bytes("command", Fresh::encoded)
        .with("dossier_id", "uuid", Fresh::dossierId)
        .with("times_resealed", "integer", Fresh::timesResealed)
        .with("not_before", "timestamptz", Fresh::notBefore)
        .with("submitted_under", "text", Fresh::submittedUnder)
        .in(
            database,
            """
            insert into outbox (command_id, record_key, case_id, kind, command, dossier_id,
                                stored_at, times_resealed, not_before, submitted_under)
            select r.command_id, r.record_key, r.case_id, r.kind, r.command,
                   r.dossier_id, :now, r.times_resealed, r.not_before, r.submitted_under
            from {rows} order by r.n
            returning id
            """)
        .param("now", Columns.at(now))
        .query(Long.class)
        .list();
  }

  /** A part that travels with the command in this row. */
  private record PartRow(long outboxId, DossierId dossierId, OpenPart part) {}

  /** What travels with the commands in these rows. */
  static void insertParts(AgencyDatabase database, Map<Long, OpenDossier> dossiers) {
    List<PartRow> parts = new ArrayList<>();
    dossiers.forEach(
        (id, dossier) ->
            dossier.parts().forEach(part -> parts.add(new PartRow(id, dossier.dossierId(), part))));
    if (parts.isEmpty()) {
      return;
    }
    Rows.of(parts)
        .with("outbox_id", "bigint", PartRow::outboxId)
        .with("dossier_id", "uuid", PartRow::dossierId)
        .with("name", "text", row -> row.part().name())
        .with("recipients", "text[]", row -> row.part().told().recipients())
        .in(
            database,
            """
            insert into outbox_part (outbox_id, dossier_id, name, recipients)
            select r.outbox_id, r.dossier_id, r.name, r.recipients from {rows}
            """)
        .update();
  }

  /** Pieces of files are sent once the network has taken those of them with which any travel. */
  static void carryFiles(AgencyDatabase database, Map<Long, OpenDossier> dossiers) {
    Long[] ids =
        dossiers.entrySet().stream()
            .filter(each -> FileParts.isAny(each.getValue()))
            .map(Map.Entry::getKey)
            .toArray(Long[]::new);
    if (ids.length > 0) {
      database
          .jdbc()
          .sql("update outbox set carries_files = true where id = any(:ids::bigint[])")
          .param("ids", ids)
          .update();
    }
  }

  /**
   * What goes on as another command travels with the same parts, under the same key.
   *
   * @param later the row of the other command by that of the one that was refused
   */
  static void goOn(AgencyDatabase database, Map<Long, Long> later) {
    Rows<Map.Entry<Long, Long>> rows =
        Rows.of(later.entrySet())
            .with("refused", "bigint", Map.Entry::getKey)
            .with("later", "bigint", Map.Entry::getValue);
    GO_ON.forEach(sql -> rows.in(database, sql).update());
  }

  /**
   * What travels with a command.
   *
   * @param recipients who gets which part, by its name
   * @param bytes of all parts
   */
  record Travelling(Map<String, Set<AgencyId>> recipients, long bytes) {

    static final Travelling NOTHING = new Travelling(Map.of(), 0);

    Travelling {
      recipients = Map.copyOf(recipients);
    }

    private Travelling with(ResultSet row) throws SQLException {
      Map<String, Set<AgencyId>> all = new HashMap<>(recipients);
      all.put(row.getString("name"), agencies(row));
      return new Travelling(all, bytes + row.getLong("bytes"));
    }
  }

  /** What travels with these commands, by id. */
  static Map<Long, Travelling> travelling(AgencyDatabase database, List<Long> outboxIds) {
    Map<Long, Travelling> travelling = new HashMap<>();
    if (outboxIds.isEmpty()) {
      return travelling;
    }
    database
        .jdbc()
        .sql(
            """
            select p.outbox_id, p.name, p.recipients, octet_length(held.content) as bytes
            from outbox_part p
            left join dossier_part held on held.dossier_id = p.dossier_id and held.name = p.name
            where p.outbox_id = any(:ids::bigint[])
            """)
        .param("ids", outboxIds.toArray(Long[]::new))
        .query(
            (ResultSet row) -> {
              long id = row.getLong("outbox_id");
              travelling.put(id, travelling.getOrDefault(id, Travelling.NOTHING).with(row));
            });
    return travelling;
  }

  private static Set<AgencyId> agencies(ResultSet row) throws SQLException {
    return Columns.texts(row, "recipients").stream()
        .map(AgencyId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The states of these cases as they are kept, by their keys, as far as the network told anything
   * of them; without those that this agency itself asked to protect and has no answer for.
   */
  static Map<String, byte[]> statesOfUnasked(AgencyDatabase database, Set<String> keys) {
    Map<String, byte[]> states = new HashMap<>();
    if (!keys.isEmpty()) {
      database
          .jdbc()
          .sql(
              """
              select case_id::text, state from supported_case c
              where case_id = any(:ids::uuid[]) and state is not null and not exists (
                select 1 from outbox o where o.case_id = c.case_id
                  and o.kind = 'ProtectCase' and o.answer is null)
              """)
          .param("ids", Columns.texts(keys))
          .query(
              (ResultSet row) -> {
                states.put(row.getString("case_id"), row.getBytes("state"));
              });
    }
    return states;
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
                  and (earlier.waiting_for is not null or earlier.not_before is not null)
                  and (earlier.waiting_for is not null or earlier.not_before > :now))
            order by o.id limit :limit
            """)
        .param("now", Columns.at(now))
        .param("limit", limit)
        .query((row, _) -> command(row))
        .list();
  }

  /** A command that is in question, and whether the network answered it before. */
  record Asked(StoredCommand command, boolean isAnswered) {}

  /** Those of these that this agency sent. */
  static Map<CommandId, Asked> find(AgencyDatabase database, Set<CommandId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : database
            .jdbc()
            .sql(
                "select *, answer is not null as answered from outbox"
                    + " where command_id = any(:ids::uuid[])")
            .param("ids", Columns.texts(ids))
            .query((row, _) -> new Asked(command(row), row.getBoolean("answered")))
            .list()
            .stream()
            .collect(Collectors.toMap(asked -> asked.command().commandId(), asked -> asked));
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
