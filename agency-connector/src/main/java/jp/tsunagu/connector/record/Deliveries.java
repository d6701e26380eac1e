package jp.tsunagu.connector.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The queue of inbox items for an agency's own system. An item is put into it in the transaction
 * that takes it in, once per configured channel.
 */
@Component
public final class Deliveries {

  private static final String SELECT =
      "select d.id, d.channel, d.attempts, d.last_error, i.*"
          + CaseNumberColumn.of("i")
          + " from delivery d join inbox i on i.position = d.position";

  private static final String NOT_BEHIND_ANOTHER =
      " and not exists (select 1 from delivery e join inbox j on j.position = e.position"
          + " where e.channel = d.channel and e.position < d.position and e.delivered_at is null"
          + " and e.dead_at is null and e.due_at > :now and j.case_id = i.case_id)";

  private final Databases databases;
  private final InboxRows inboxRows;
  private final AgencySignals signals;

  Deliveries(Databases databases, InboxRows inboxRows, AgencySignals signals) {
    this.databases = databases;
    this.inboxRows = inboxRows;
    this.signals = signals;
  }

  /** Queues items for each of these channels, inside the transaction that is running. */
  static void add(
      AgencyDatabase database,
      Set<Delivery.Channel> channels,
      Collection<Long> positions,
      Instant now) {
    if (channels.isEmpty() || positions.isEmpty()) {
      return;
    }
    database
        .jdbc()
        .sql(
            """
            insert into delivery (channel, position, due_at)
            select c, p, :now from unnest(:positions) p, unnest(:channels) c order by p, c
            """)
        .param("channels", Columns.texts(channels))
        .param("positions", positions.toArray(Long[]::new))
        .param("now", Columns.at(now))
        .update();
  }

  /**
   * Those due at this instant, in the order of the inbox; what stands behind an earlier one of its
   * case that is tried again later is not due, so that a case is told in order.
   */
  public List<Delivery> due(AgencyId agency, Delivery.Channel channel, Instant now, int limit) {
    return jdbc(agency)
        .sql(
            SELECT
                + " where d.channel = :channel and d.delivered_at is null and d.dead_at is null"
                + " and d.due_at <= :now"
                + NOT_BEHIND_ANOTHER
                + " order by d.position limit :limit")
        .param("channel", channel.name())
        .param("now", Columns.at(now))
        .param("limit", limit)
        .query((row, _) -> delivery(row))
        .list();
  }

  /** The agency's system has it. */
  public void delivered(AgencyId agency, long deliveryId, Instant now) {
    delivered(agency, List.of(deliveryId), now);
  }

  /** The agency's system has all of these. */
  public void delivered(AgencyId agency, List<Long> deliveryIds, Instant now) {
    if (deliveryIds.isEmpty()) {
      return;
    }
    jdbc(agency)
        .sql(
            "update delivery set delivered_at = :now, attempts = attempts + 1, last_error = null"
                + " where id = any(:ids)")
        .param("now", Columns.at(now))
        .param("ids", deliveryIds.toArray(Long[]::new))
        .update();
  }

  /** It failed and is tried again at this instant. */
  public void failed(AgencyId agency, long deliveryId, Instant nextAttempt, String reason) {
    jdbc(agency)
        .sql(
            "update delivery set due_at = :next, attempts = attempts + 1, last_error = :reason"
                + " where id = :id")
        .param("next", Columns.at(nextAttempt))
        .param("reason", reason)
        .param("id", deliveryId)
        .update();
  }

  /** It failed for good; a person must look at it. */
  public void dead(AgencyId agency, long deliveryId, Instant now, String reason) {
    jdbc(agency)
        .sql(
            "update delivery set dead_at = :now, attempts = attempts + 1, last_error = :reason"
                + " where id = :id")
        .param("now", Columns.at(now))
        .param("reason", reason)
        .param("id", deliveryId)
        .update();
  }

  /**
   * Those of a channel that failed for good, newest first.
   *
   * @param before the number of the last one of the page before; none for the first page
   */
  public List<Delivery> dead(
      AgencyId agency, Delivery.Channel channel, @Nullable Long before, int limit) {
    return jdbc(agency)
        .sql(
            SELECT
                + " where d.dead_at is not null and d.channel = :channel"
                + " and d.id < :before order by d.id desc limit :limit")
        .param("channel", channel.name())
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("limit", limit)
        .query((row, _) -> delivery(row))
        .list();
  }

  /** Puts a dead one back; false if there is no such dead delivery. */
  public boolean sendAgain(AgencyId agency, long deliveryId, Instant now) {
    int changed =
        jdbc(agency)
            .sql(
                "update delivery set dead_at = null, attempts = 0, due_at = :now"
                    + " where id = :id and dead_at is not null")
            .param("now", Columns.at(now))
            .param("id", deliveryId)
            .update();
    signals.inbox(agency).raise();
    return changed > 0;
  }

  private JdbcClient jdbc(AgencyId agency) {
    return databases.of(agency).jdbc();
  }

  private Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getLong("id"),
        Delivery.Channel.valueOf(row.getString("channel")),
        inboxRows.item(row),
        row.getInt("attempts"),
        Optional.ofNullable(row.getString("last_error")));
  }
}
