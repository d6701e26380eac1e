package jp.tsunagu.connector.inbox;

import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Rows;

/** Where to read on in each partition, stored beside what was read. */
public final class InboxPlaces {

  private InboxPlaces() {}

  /** The next offset of every partition read before. */
  public static Map<Integer, Long> all(AgencyDatabase database) {
    Map<Integer, Long> places = new HashMap<>();
    database
        .jdbc()
        .sql("select kafka_partition, next_offset from inbox_place")
        .query(
            row -> {
              places.put(row.getInt("kafka_partition"), row.getLong("next_offset"));
            });
    return places;
  }

  /** Remembers it; in the running transaction if there is one. */
  public static void save(AgencyDatabase database, int partition, long nextOffset) {
    save(database, Map.of(partition, nextOffset));
  }

  /** Remembers the next offset of each of these partitions; as above. */
  public static void save(AgencyDatabase database, Map<Integer, Long> nextOffsets) {
    Rows.of(nextOffsets.entrySet())
        .with("kafka_partition", "integer", Map.Entry::getKey)
        .with("next_offset", "bigint", Map.Entry::getValue)
        .in(
            database,
            """
            insert into inbox_place (kafka_partition, next_offset)
            select r.kafka_partition, r.next_offset from {rows}
            on conflict (kafka_partition) do update set next_offset = excluded.next_offset
            """)
        .update();
  }
}
