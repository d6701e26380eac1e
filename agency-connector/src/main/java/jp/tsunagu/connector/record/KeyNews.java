package jp.tsunagu.connector.record;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import org.springframework.stereotype.Component;

/**
 * Tells an agency's own system that the keys of another one changed, as every other news: by inbox,
 * stream, webhook and folder. The news stands at a place that no inbox topic has.
 */
@Component
final class KeyNews {

  private static final int NO_PARTITION = -1;

  private final HostedAgencies agencies;
  private final Arrivals arrivals;
  private final AgencySignals signals;
  private final Clock clock;

  KeyNews(HostedAgencies agencies, Arrivals arrivals, AgencySignals signals, Clock clock) {
    this.agencies = agencies;
    this.arrivals = arrivals;
    this.signals = signals;
    this.clock = clock;
  }

  /** Tells it inside the transaction that is running. */
  void tell(AgencyDatabase database, AgencyKeys announced) {
    long number = next(database);
    String place = "keys/" + database.agency() + "/" + number;
    InboxRows.Fresh item =
        new InboxRows.Fresh(
            UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)),
            NO_PARTITION,
            number,
            Optional.empty(),
            Optional.empty(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            announced);
    agencies
        .find(database.agency())
        .ifPresent(hosted -> arrivals.store(hosted, database, List.of(item)));
    database.afterCommit(() -> signals.inbox(database.agency()).raise());
  }

  /** A position of the inbox: it is given once, whatever was deleted since. */
  private static long next(AgencyDatabase database) {
    return database.nextOf("inbox", "position");
  }
}
