package jp.tsunagu.connector.inbox;

import java.sql.Types;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Rows;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.runtime.aside.AsideReason;
import jp.tsunagu.runtime.aside.AsideRecord;
import jp.tsunagu.runtime.aside.PassReason;
import jp.tsunagu.runtime.aside.Place;
import jp.tsunagu.runtime.aside.RawRecord;
import jp.tsunagu.runtime.aside.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * What one agency put aside, in its own database; every change in the transaction that is running.
 * Made anew for each transaction, used by the one thread that takes the inbox in.
 *
 * <p>At most {@value #MOST_WAITING} records wait; with more the partition itself waits.
 */
final class AsideRows implements Shelf {

  private static final int MOST_WAITING = 10_000;

  private final AgencyDatabase database;
  private final Alarms alarms;
  private final Clock clock;
  private final String topic;
  private final Set<String> held;

  /** What a person asked for. */
  record Asked(String key, Place place, Optional<PassReason> pass) {}

  AsideRows(AgencyDatabase database, Alarms alarms, Clock clock, String topic) {
    this.database = database;
    this.alarms = alarms;
    this.clock = clock;
    this.topic = topic;
    this.held = new HashSet<>(keys(null));
  }

  /** The keys that are held, for this reason or for any. */
  List<String> keys(@Nullable AsideReason reason) {
    return database
        .jdbc()
        .sql(
            """
            select distinct held_key from aside_record
            where settled is null and held_key is not null and reason <> 'PARTITION_WRONG'
              and coalesce(:reason, reason) = reason
            """)
        .param("reason", Columns.name(reason), Types.VARCHAR)
        .query(String.class)
        .list();
  }

  /** What people asked for and was not done yet. */
  List<Asked> asked() {
    return database
        .jdbc()
        .sql(
            """
            select * from aside_record
            where settled is null and asked is not null and held_key is not null
              and reason <> 'PARTITION_WRONG'
            order by position
            """)
        .query(
            (row, _) ->
                new Asked(
                    row.getString("held_key"),
                    new Place(topic, row.getInt("kafka_partition"), row.getLong("kafka_offset")),
                    Optional.ofNullable(row.getString("pass_reason")).map(PassReason::valueOf)))
        .list();
  }

  @Override
  public boolean holds(String key) {
    return held.contains(key);
  }

  /** What was passed is not read from the topic again. */
  @Override
  public boolean isPassed(Place place) {
    return false;
  }

  @Override
  public void putAside(AsideRecord aside) {
    Place place = aside.record().place();
    insert(List.of(aside.record()), aside.key(), aside.reason().name());
    String key = aside.heldKey();
    if (key != null) {
      held.add(key);
    }
    alarms.raise(database, alarm(aside.reason()), place.partition(), place.offset());
  }

  private static Alarm.Kind alarm(AsideReason reason) {
    return switch (reason) {
      case SCHEMA_UNKNOWN, CODE_UNKNOWN, KIND_UNKNOWN -> Alarm.Kind.SCHEMA_UNKNOWN;
      case TAKING_FAILED -> Alarm.Kind.INTAKE_FAILING;
      case NOT_FRAMED,
          BYTES_BROKEN,
          ANOTHER_KIND,
          VALUE_MISSING,
          KEY_MISSING,
          KEY_UNUSABLE,
          KEY_WRONG,
          PARTITION_WRONG,
          OVERSIZED ->
          Alarm.Kind.RECORD_UNREADABLE;
    };
  }

  /** Keeps these for a person to look at; nothing waits behind them. */
  void keepAlone(List<RawRecord> records, String reason) {
    insert(records, null, reason);
  }

  @Override
  public boolean addWaiting(String key, RawRecord record) {
    int waiting =
        database
            .jdbc()
            .sql("select count(*) from aside_record where settled is null and reason is null")
            .query(Integer.class)
            .single();
    if (waiting >= MOST_WAITING) {
      return false;
    }
    insert(List.of(record), key, null);
    return true;
  }

  private void insert(List<RawRecord> records, @Nullable String key, @Nullable String reason) {
    if (records.isEmpty()) {
      return;
    }
    Rows.of(records)
        .with("kafka_partition", "integer", record -> record.place().partition())
        .with("kafka_offset", "bigint", record -> record.place().offset())
        .bytes("raw_key", RawRecord::key)
        .bytes("content", RawRecord::value)
        .in(
            database,
            """
            insert into aside_record
              (kafka_partition, kafka_offset, held_key, reason, raw_key, content, since)
            select r.kafka_partition, r.kafka_offset, :key, :reason, r.raw_key, r.content, :now
            from {rows} order by r.n
            on conflict (kafka_partition, kafka_offset) do nothing
            """)
        .param("key", key, Types.VARCHAR)
        .param("reason", reason, Types.VARCHAR)
        .param("now", Columns.at(clock.instant()))
        .update();
  }

  @Override
  public List<RawRecord> held(String key) {
    return database
        .jdbc()
        .sql(
            """
            select * from aside_record
            where settled is null and held_key = :key
              and reason is distinct from 'PARTITION_WRONG'
            order by position
            """)
        .param("key", key)
        .query(
            (row, _) ->
                new RawRecord(
                    new Place(topic, row.getInt("kafka_partition"), row.getLong("kafka_offset")),
                    row.getBytes("raw_key"),
                    row.getBytes("content")))
        .list();
  }

  /** The record put aside counts as read; those that wait are taken in now, or put aside again. */
  @Override
  public void release(String key) {
    held.remove(key);
    held(key).stream().limit(1).map(RawRecord::place).forEach(head -> settle(head, null));
    database
        .jdbc()
        .sql(
            """
            delete from aside_record
            where settled is null and held_key = :key
              and reason is distinct from 'PARTITION_WRONG'
            """)
        .param("key", key)
        .update();
  }

  /** Settles it without its bytes: passed for this reason, or read after all. */
  void settle(Place place, @Nullable PassReason pass) {
    database
        .jdbc()
        .sql(
            """
            update aside_record
            set settled = :settled, pass_reason = :pass, settled_at = :now,
                raw_key = null, content = null, asked = null
            where kafka_partition = :partition and kafka_offset = :offset
            """)
        .param("settled", pass == null ? "READ" : "PASSED")
        .param("pass", Columns.name(pass), Types.VARCHAR)
        .param("now", Columns.at(clock.instant()))
        .param("partition", place.partition())
        .param("offset", place.offset())
        .update();
    alarms.settle(database, place.partition(), place.offset());
  }

  /** What a person asked for was done and changed nothing. */
  void answered(Place place) {
    database
        .jdbc()
        .sql(
            """
            update aside_record set asked = null
            where settled is null and kafka_partition = :partition and kafka_offset = :offset
            """)
        .param("partition", place.partition())
        .param("offset", place.offset())
        .update();
  }
}
