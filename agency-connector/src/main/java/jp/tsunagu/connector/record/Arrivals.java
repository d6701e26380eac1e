package jp.tsunagu.connector.record;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.AgencyDatabase;
import org.springframework.stereotype.Component;

/** Puts news into an agency's inbox and into the queues of its own system. */
@Component
public final class Arrivals {

  private final InboxRows rows;
  private final Clock clock;

  Arrivals(InboxRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Stores it inside the transaction that is running.
   *
   * @return false if the same news was taken in before
   */
  public boolean store(HostedAgency agency, AgencyDatabase database, InboxRows.Fresh item) {
    Instant now = clock.instant();
    Optional<Long> position = rows.insert(database, item, now);
    position.ifPresent(
        stored -> {
          if (agency.webhook() != null) {
            Deliveries.add(database, Delivery.Channel.WEBHOOK, stored, now);
          }
          if (agency.folder() != null) {
            Deliveries.add(database, Delivery.Channel.FOLDER, stored, now);
          }
        });
    return position.isPresent();
  }
}
