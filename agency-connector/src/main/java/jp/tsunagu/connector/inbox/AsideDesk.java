package jp.tsunagu.connector.inbox;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.runtime.aside.AsideReason;
import jp.tsunagu.runtime.aside.PassReason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a person sees of the records an agency put aside, and what she may ask for. It is done by
 * the one thread that takes the inbox in, within seconds.
 */
@Component
public final class AsideDesk {

  private static final int MOST = 500;

  private final Databases databases;
  private final Alarms alarms;
  private final Clock clock;

  AsideDesk(Databases databases, Alarms alarms, Clock clock) {
    this.databases = databases;
    this.alarms = alarms;
    this.clock = clock;
  }

  /**
   * A record that was put aside.
   *
   * @param key whose later records wait behind it; none where nothing waits
   * @param waiting how many wait
   */
  public record Aside(
      int partition, long offset, Optional<String> key, Coded reason, Instant since, int waiting) {}

  /** The open ones, the oldest first; at most 500. */
  public List<Aside> open(AgencyId agency) {
    return databases
        .of(agency)
        .jdbc()
        .sql(
            """
            select a.*, (select count(*) from aside_record w
                         where w.settled is null and w.reason is null and w.held_key = a.held_key)
                        as waiting
            from aside_record a
            where a.settled is null and a.reason is not null
            order by a.position limit :most
            """)
        .param("most", MOST)
        .query(
            (row, _) ->
                new Aside(
                    row.getInt("kafka_partition"),
                    row.getLong("kafka_offset"),
                    Optional.ofNullable(row.getString("held_key")),
                    reason(row.getString("reason")),
                    Columns.instant(row, "since"),
                    row.getInt("waiting")))
        .list();
  }

  /** A misrouted dossier can be read, so its reason is none of those for which records are not. */
  private static Coded reason(String code) {
    return Codes.read(AsideReason.class, code)
        .map(Coded::of)
        .orElseGet(() -> new Coded(code, Alarm.Kind.DOSSIER_NOT_FOR_US.label()));
  }

  /** The cases that wait, in order; at most 500. */
  public List<String> heldKeys(AgencyId agency) {
    return open(agency).stream().flatMap(each -> each.key().stream()).distinct().sorted().toList();
  }

  /** Has it read again; false if none is open at this place of the inbox. */
  public boolean tryAgain(AgencyId agency, int partition, long offset) {
    return ask(databases.of(agency), partition, offset, "TRY_AGAIN", null);
  }

  /** Passes it; false if none is open at this place of the inbox. */
  public boolean pass(AgencyId agency, int partition, long offset, PassReason reason) {
    AgencyDatabase database = databases.of(agency);
    if (settledAlone(database, partition, offset, reason)) {
      alarms.settle(database, partition, offset);
      return true;
    }
    return ask(database, partition, offset, "PASS", reason);
  }

  private static boolean ask(
      AgencyDatabase database,
      int partition,
      long offset,
      String what,
      @Nullable PassReason reason) {
    int asked =
        database
            .jdbc()
            .sql(
                """
                update aside_record set asked = :what, pass_reason = :reason
                where settled is null and reason is not null
                  and kafka_partition = :partition and kafka_offset = :offset
                """)
            .param("what", what)
            .param("reason", Columns.name(reason), Types.VARCHAR)
            .param("partition", partition)
            .param("offset", offset)
            .update();
    database.tell(HeldInbox.LEASE);
    return asked > 0;
  }

  /** Nothing waits behind a record without key: there is nothing to be done but to note it. */
  private boolean settledAlone(
      AgencyDatabase database, int partition, long offset, PassReason reason) {
    return database
            .jdbc()
            .sql(
                """
                update aside_record
                set settled = 'PASSED', pass_reason = :reason, settled_at = :now,
                    raw_key = null, content = null
                where settled is null and (held_key is null or reason = 'PARTITION_WRONG')
                  and kafka_partition = :partition and kafka_offset = :offset
                """)
            .param("reason", reason.name())
            .param("now", Columns.at(clock.instant()))
            .param("partition", partition)
            .param("offset", offset)
            .update()
        > 0;
  }
}
