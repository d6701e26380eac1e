package jp.tsunagu.connector.lost;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.outbox.SendingAgain;
import jp.tsunagu.connector.outbox.SendingAgain.Sent;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.connector.record.InboxContent.Happened;
import jp.tsunagu.connector.record.InboxContent.Told;
import jp.tsunagu.connector.record.InboxRows;
import jp.tsunagu.connector.record.InboxRows.Kept;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the list of what this agency was told and had sent beyond the end of a restored network. By
 * itself goes again only what protects somebody, and what has neither an answer nor a second
 * effect.
 */
@Component
public final class LostSearch {

  private static final Logger LOG = LoggerFactory.getLogger(LostSearch.class);

  /** As far as the clocks of two machines may differ. */
  private static final Duration CLOCKS = Duration.ofMinutes(10);

  private final InboxRows inbox;
  private final SendingAgain sending;
  private final Alarms alarms;
  private final Clock clock;

  LostSearch(InboxRows inbox, SendingAgain sending, Alarms alarms, Clock clock) {
    this.inbox = inbox;
    this.sending = sending;
    this.alarms = alarms;
    this.clock = clock;
  }

  /**
   * Notes it, in the transaction that is running, in which the places to read on at move past it.
   *
   * @param firstLost the first offset of the inbox topic that this agency has had and the network
   *     has not any more, of each partition that has one
   */
  public void note(AgencyDatabase database, Map<Integer, Long> firstLost) {
    Instant now = clock.instant();
    List<Kept> news = inbox.lose(database, firstLost);
    List<Sent> doubtful = sending.doubtful(database, answered(news));
    LostRows.insertReceived(database, received(database, news), now);
    LostRows.insertSent(database, doubtful.stream().map(Sent::id).toList(), now);
    List<Long> protecting = SendingAgain.protecting(doubtful).stream().map(Sent::id).toList();
    LostRows.decide(database, "outbox_id", protecting, Decision.SEND_AGAIN, Optional.empty(), now);
    sending.send(database, protecting);
    newestKept(database)
        .ifPresent(newest -> sending.sendUnanswered(database, newest.minus(CLOCKS)));
    int open = LostRows.countOpen(database);
    LOG.warn(
        "{}: the network was restored; {} news and {} commands may be lost there, {} to decide",
        database.agency(),
        news.size(),
        doubtful.size(),
        open);
    if (open > 0) {
      alarms.raise(database, Alarm.Kind.NETWORK_LOST);
    }
  }

  private static Set<CommandId> answered(List<Kept> news) {
    Set<CommandId> answered = new HashSet<>();
    for (Kept kept : news) {
      if (kept.content() instanceof Told(CommandAccepted accepted)) {
        answered.add(accepted.commandId());
      } else if (kept.content() instanceof Told(CommandRefused refused)) {
        answered.add(refused.commandId());
      }
    }
    return answered;
  }

  /** What happened, unless this agency's own command did it: that stands in the list itself. */
  private static List<Long> received(AgencyDatabase database, List<Kept> news) {
    List<CaseEvent> events =
        news.stream()
            .flatMap(
                kept ->
                    kept.content() instanceof Happened(CaseEvent event)
                        ? Stream.of(event)
                        : Stream.empty())
            .toList();
    Set<UUID> own =
        new HashSet<>(
            database
                .jdbc()
                .sql("select command_id from outbox where command_id = any(:causes::uuid[])")
                .param(
                    "causes",
                    Columns.texts(events.stream().map(event -> event.header().causedBy()).toList()))
                .query(UUID.class)
                .list());
    return news.stream()
        .filter(
            kept ->
                kept.content() instanceof Happened(CaseEvent event)
                    && !own.contains(event.header().causedBy()))
        .map(Kept::position)
        .toList();
  }

  /** When the newest news was recorded that the network still has. */
  private static Optional<Instant> newestKept(AgencyDatabase database) {
    return database
        .jdbc()
        .sql(
            "select recorded_at from inbox where not lost and kafka_partition >= 0"
                + " order by position desc limit 1")
        .query((row, _) -> Columns.instant(row, "recorded_at"))
        .optional();
  }
}
