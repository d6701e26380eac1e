package jp.tsunagu.connector.record;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
   * Stores these inside the transaction that is running, in their order.
   *
   * @return those that were not taken in before, by item
   */
  public Set<UUID> store(
      HostedAgency agency, AgencyDatabase database, List<InboxRows.Fresh> items) {
    if (items.isEmpty()) {
      return Set.of();
    }
    Instant now = clock.instant();
    Map<UUID, Long> positions = rows.insert(database, items, now);
    Set<Delivery.Channel> channels = EnumSet.noneOf(Delivery.Channel.class);
    if (agency.webhook() != null) {
      channels.add(Delivery.Channel.WEBHOOK);
    }
    if (agency.folder() != null) {
      channels.add(Delivery.Channel.FOLDER);
    }
    Deliveries.add(database, channels, positions.values(), now);
    return positions.keySet();
  }
}
