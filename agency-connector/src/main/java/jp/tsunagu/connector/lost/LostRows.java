package jp.tsunagu.connector.lost;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.outbox.SendingAgain.Sent;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.record.InboxRows;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import org.jspecify.annotations.Nullable;

/** The rows of what was lost. */
final class LostRows {

  /** What was answered since then, the network knew after all. */
  private static final String OPEN =
      "l.decision is null and (l.outbox_id is null or o.answer is null)";

  private static final String JOINED =
      " from lost_item l left join outbox o on o.id = l.outbox_id ";

  private LostRows() {}

  static void insertReceived(AgencyDatabase database, List<Long> positions, Instant now) {
    insert(database, "position", positions, now);
  }

  static void insertSent(AgencyDatabase database, List<Long> outboxIds, Instant now) {
    insert(database, "outbox_id", outboxIds, now);
  }

  private static void insert(AgencyDatabase database, String column, List<Long> ids, Instant now) {
    database
        .jdbc()
        .sql(
            "insert into lost_item ("
                + column
                + ", noticed_at) select id, :now from unnest(:ids::bigint[]) as lost (id)"
                + " order by id on conflict do nothing")
        .param("ids", ids.toArray(Long[]::new))
        .param("now", Columns.at(now))
        .update();
  }

  /** How many nobody has decided about. */
  static int countOpen(AgencyDatabase database) {
    return database
        .jdbc()
        .sql("select count(*)" + JOINED + "where " + OPEN)
        .query(Integer.class)
        .single();
  }

  /** One decides after the other, until the transaction ends. */
  static void alone(AgencyDatabase database) {
    database.lock(List.of("lost"));
  }

  /** Those up to this one that nobody has decided about: sent by this agency, or received. */
  static List<Long> open(AgencyDatabase database, long upTo, boolean wasSent) {
    return database
        .jdbc()
        .sql(
            "select l.id"
                + JOINED
                + "where "
                + OPEN
                + " and l.id <= :upTo and (l.outbox_id is not null) = :sent order by l.id")
        .param("upTo", upTo)
        .param("sent", wasSent)
        .query(Long.class)
        .list();
  }

  /** The commands among those that nobody has decided about, in the order they were stored. */
  static List<Sent> openCommands(AgencyDatabase database) {
    return database
        .jdbc()
        .sql(
            "select o.id, o.record_key, o.kind"
                + JOINED
                + "where "
                + OPEN
                + " and o.id is not null order by o.id")
        .query(
            (row, _) ->
                new Sent(row.getLong("id"), row.getString("record_key"), row.getString("kind")))
        .list();
  }

  /** The commands that these are about. */
  static List<Long> commands(AgencyDatabase database, List<Long> ids) {
    return database
        .jdbc()
        .sql(
            "select outbox_id from lost_item where id = any(:ids) and outbox_id is not null"
                + " order by outbox_id")
        .param("ids", ids.toArray(Long[]::new))
        .query(Long.class)
        .list();
  }

  /** Those that nobody has decided about, oldest first. */
  static List<LostItem> open(AgencyDatabase database, InboxRows inbox, int limit) {
    return list(database, inbox, OPEN, 0, limit);
  }

  /** Those about which somebody has, the latest first. */
  static List<LostItem> decided(AgencyDatabase database, InboxRows inbox, int limit) {
    return list(database, inbox, "l.decision is not null", 0, limit);
  }

  /** The one with this id. */
  static Optional<LostItem> find(AgencyDatabase database, InboxRows inbox, long id) {
    return list(database, inbox, "l.id = :id", id, 1).stream().findFirst();
  }

  private static List<LostItem> list(
      AgencyDatabase database, InboxRows inbox, String which, long id, int limit) {
    List<Row> rows =
        database
            .jdbc()
            .sql(
                """
                select l.*, o.kind, o.case_id, o.stored_at, (%s) as is_open,
                       (select known.case_number from supported_case known
                        where known.case_id = o.case_id) as case_number
                """
                        .formatted(OPEN)
                    + JOINED
                    + "where "
                    + which
                    + " and :id = :id order by l.decided_at desc nulls first, l.id limit :limit")
            .param("id", id)
            .param("limit", limit)
            .query((row, _) -> row(row))
            .list();
    Map<Long, InboxItem> news = new HashMap<>();
    inbox
        .at(database, rows.stream().flatMap(row -> row.position().stream()).toList())
        .forEach(item -> news.put(item.position(), item));
    List<LostItem> items = new ArrayList<>();
    rows.forEach(row -> items.add(row.item(news)));
    return List.copyOf(items);
  }

  /** As it is stored. */
  private record Row(
      long id,
      Optional<Long> position,
      LostItem.About.@Nullable Sent sent,
      boolean isOpen,
      Optional<LostItem.Decided> decided) {

    LostItem item(Map<Long, InboxItem> news) {
      LostItem.About about =
          sent == null
              ? new LostItem.About.Received(
                  Objects.requireNonNull(news.get(position.orElseThrow()), "news of a lost item"))
              : sent;
      return new LostItem(id, about, isOpen, decided);
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    String decision = row.getString("decision");
    return new Row(
        row.getLong("id"),
        Optional.ofNullable(row.getObject("position", Long.class)),
        row.getObject("outbox_id") == null
            ? null
            : new LostItem.About.Sent(
                row.getString("kind"),
                new CaseId(row.getObject("case_id", UUID.class)),
                Optional.ofNullable(row.getString("case_number")).map(CaseNumber::new),
                Columns.instant(row, "stored_at")),
        row.getBoolean("is_open"),
        decision == null
            ? Optional.empty()
            : Optional.of(
                new LostItem.Decided(
                    Decision.valueOf(decision),
                    Columns.instant(row, "decided_at"),
                    Columns.uuid(row, "decided_by"))));
  }

  /** Who decided what about an open item. */
  static void decide(
      AgencyDatabase database,
      String column,
      Collection<Long> ids,
      Decision decision,
      Optional<UUID> by,
      Instant now) {
    database
        .jdbc()
        .sql(
            "update lost_item set decision = :decision, decided_at = :now, decided_by = :by"
                + " where decision is null and "
                + column
                + " = any(:ids)")
        .param("decision", decision.name())
        .param("now", Columns.at(now))
        .param("by", by.orElse(null), Types.OTHER)
        .param("ids", ids.toArray(Long[]::new))
        .update();
  }
}
