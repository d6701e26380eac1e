package jp.tsunagu.connector.record;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.database.Rows;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a person must look at, per agency. */
@Component
public final class Alarms {

  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

  private final Databases databases;
  private final Clock clock;

  Alarms(Databases databases, Clock clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /**
   * What is to be raised.
   *
   * @param partition and {@code offset} of the inbox topic, where it is about a record
   * @param dossierId where it is about a dossier
   */
  public record Raised(
      Alarm.Kind kind,
      @Nullable Integer partition,
      @Nullable Long offset,
      @Nullable DossierId dossierId) {

    /** About the agency as a whole. */
    public Raised(Alarm.Kind kind) {
      this(kind, null, null, null);
    }
  }

  /** Raises it about a place of the inbox topic; one that stands already stays one. */
  public void raise(AgencyDatabase database, Alarm.Kind kind, int partition, long offset) {
    raise(database, List.of(new Raised(kind, partition, offset, null)));
  }

  /** Raises it about the agency as a whole. */
  public void raise(AgencyDatabase database, Alarm.Kind kind) {
    raise(database, List.of(new Raised(kind)));
  }

  /** Raises these; one that stands already stays one. */
  public void raise(AgencyDatabase database, List<Raised> alarms) {
    if (alarms.isEmpty()) {
      return;
    }
    Rows.of(new LinkedHashSet<>(alarms))
        .with("kind", "text", Raised::kind)
        .with("kafka_partition", "integer", Raised::partition)
        .with("kafka_offset", "bigint", Raised::offset)
        .with("dossier_id", "uuid", Raised::dossierId)
        .in(
            database,
            """
            insert into alarm (kind, kafka_partition, kafka_offset, dossier_id, since)
            select r.kind, r.kafka_partition, r.kafka_offset, r.dossier_id, :now from {rows}
            where not exists (
              select 1 from alarm a
              where a.acknowledged_at is null and a.kind = r.kind
                and a.kafka_partition is not distinct from r.kafka_partition
                and a.kafka_offset is not distinct from r.kafka_offset
                and a.dossier_id is not distinct from r.dossier_id)
            order by r.n
            returning kind, kafka_partition, kafka_offset
            """)
        .param("now", Columns.at(clock.instant()))
        .query(
            row -> {
              LOG.error(
                  "{}: {} (partition {}, offset {})",
                  database.agency(),
                  row.getString("kind"),
                  row.getObject("kafka_partition"),
                  row.getObject("kafka_offset"));
            });
  }

  /** The reason is gone by itself: everything of this kind is settled. */
  public void settle(AgencyDatabase database, Alarm.Kind kind) {
    database
        .jdbc()
        .sql(
            "update alarm set acknowledged_at = :now where kind = :kind and acknowledged_at is null")
        .param("now", Columns.at(clock.instant()))
        .param("kind", kind.name())
        .update();
  }

  /** The reason is gone by itself: everything of this kind about these partitions is settled. */
  public void settle(AgencyDatabase database, Alarm.Kind kind, Collection<Integer> partitions) {
    if (partitions.isEmpty()) {
      return;
    }
    database
        .jdbc()
        .sql(
            """
            update alarm set acknowledged_at = :now
            where kind = :kind and kafka_partition = any(:partitions) and acknowledged_at is null
            """)
        .param("now", Columns.at(clock.instant()))
        .param("kind", kind.name())
        .param("partitions", partitions.toArray(Integer[]::new))
        .update();
  }

  /** What stood at this place is settled: everything about it is. */
  public void settle(AgencyDatabase database, int partition, long offset) {
    database
        .jdbc()
        .sql(
            """
            update alarm set acknowledged_at = :now
            where kafka_partition = :partition and kafka_offset = :offset
              and acknowledged_at is null
            """)
        .param("now", Columns.at(clock.instant()))
        .param("partition", partition)
        .param("offset", offset)
        .update();
  }

  /** Whether one of this kind about this partition still stands. */
  public boolean stands(AgencyDatabase database, Alarm.Kind kind, int partition) {
    return open(database).stream()
        .anyMatch(
            alarm ->
                alarm.kind() == kind && alarm.partition().filter(p -> p == partition).isPresent());
  }

  /** What stands, oldest first. */
  public List<Alarm> open(AgencyId agency) {
    return open(databases.of(agency));
  }

  private static List<Alarm> open(AgencyDatabase database) {
    return database
        .jdbc()
        .sql("select * from alarm where acknowledged_at is null order by id")
        .query(
            (row, _) ->
                new Alarm(
                    row.getLong("id"),
                    Alarm.Kind.valueOf(row.getString("kind")),
                    Columns.integer(row, "kafka_partition"),
                    Optional.ofNullable(row.getObject("kafka_offset", Long.class)),
                    Columns.uuid(row, "dossier_id").map(DossierId::new),
                    Columns.instant(row, "since")))
        .list();
  }

  /**
   * A person has seen it. For {@link Alarm.Kind#RETENTION_LOST} reading goes on with what is left.
   *
   * @return false if no such alarm stands
   */
  public boolean acknowledge(AgencyId agency, long alarmId) {
    return databases
            .of(agency)
            .jdbc()
            .sql(
                "update alarm set acknowledged_at = :now where id = :id and acknowledged_at is"
                    + " null")
            .param("now", Columns.at(clock.instant()))
            .param("id", alarmId)
            .update()
        > 0;
  }
}
