package jp.tsunagu.connector.inbox;

import java.time.Clock;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import org.springframework.stereotype.Component;

/** Keeps records that can never be taken in, as they came, for a person to look at. */
@Component
final class Quarantine {

  private final Clock clock;

  Quarantine(Clock clock) {
    this.clock = clock;
  }

  void keep(AgencyDatabase database, int partition, long offset, String reason, byte[] content) {
    database
        .jdbc()
        .sql(
            """
            insert into unreadable_record (kafka_partition, kafka_offset, reason, content, taken_in_at)
            values (:partition, :offset, :reason, :content, :now)
            on conflict do nothing
            """)
        .param("partition", partition)
        .param("offset", offset)
        .param("reason", reason)
        .param("content", content)
        .param("now", Columns.at(clock.instant()))
        .update();
  }
}
