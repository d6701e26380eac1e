package jp.tsunagu.connector.lost;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.outbox.SendingAgain;
import jp.tsunagu.connector.outbox.SendingAgain.Sent;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.connector.record.InboxRows;
import jp.tsunagu.contract.id.AgencyId;
import org.springframework.stereotype.Component;

/** The list of what the network has lost, before a person of the agency who decides about it. */
@Component
public final class LostDesk {

  /** So many of the list are shown; there are more where a network lost days. */
  public static final int MOST = 500;

  private final Databases databases;
  private final InboxRows inbox;
  private final SendingAgain sending;
  private final LostCases cases;
  private final Alarms alarms;
  private final Clock clock;

  LostDesk(
      Databases databases,
      InboxRows inbox,
      SendingAgain sending,
      LostCases cases,
      Alarms alarms,
      Clock clock) {
    this.databases = databases;
    this.inbox = inbox;
    this.sending = sending;
    this.cases = cases;
    this.alarms = alarms;
    this.clock = clock;
  }

  /** What nobody has decided about, oldest first; at most {@value #MOST}. */
  public List<LostItem> open(AgencyId agency) {
    return LostRows.open(databases.of(agency), inbox, MOST);
  }

  /** About which somebody has decided, the latest first; at most {@value #MOST}. */
  public List<LostItem> decided(AgencyId agency) {
    return LostRows.decided(databases.of(agency), inbox, MOST);
  }

  /** How many nobody has decided about. */
  public int count(AgencyId agency) {
    return LostRows.countOpen(databases.of(agency));
  }

  /** What became of a decision. */
  public enum Outcome {
    /** It counts from now on. */
    DECIDED,
    /** There is nothing such, or somebody has decided. */
    MISSING,
    /** It is not for something like this. */
    NOT_FOR_IT
  }

  /**
   * Somebody decides about one. With a command that is sent again go those about the same case that
   * were stored before it.
   *
   * @param by a colleague; none where the agency's own system does
   */
  public Outcome decide(AgencyId agency, long id, Decision decision, Optional<UUID> by) {
    AgencyDatabase database = databases.of(agency);
    return database.inTransaction(
        () -> {
          LostRows.alone(database);
          Optional<LostItem> found = LostRows.find(database, inbox, id).filter(LostItem::isOpen);
          if (found.isEmpty()) {
            return Outcome.MISSING;
          }
          if (!found.get().allows(decision)) {
            return Outcome.NOT_FOR_IT;
          }
          decide(database, found.get(), decision, by);
          settle(database);
          return Outcome.DECIDED;
        });
  }

  /**
   * Somebody has seen all of these: what was sent goes again, what was received stays.
   *
   * @param upTo the last one of the list she saw
   */
  public void decideAll(AgencyId agency, long upTo, Optional<UUID> by) {
    AgencyDatabase database = databases.of(agency);
    database.runInTransaction(
        () -> {
          LostRows.alone(database);
          Instant now = clock.instant();
          for (boolean wasSent : new boolean[] {true, false}) {
            List<Long> ids = LostRows.open(database, upTo, wasSent);
            LostRows.decide(database, "id", ids, Decision.usual(wasSent), by, now);
            sending.send(database, LostRows.commands(database, ids));
          }
          settle(database);
        });
  }

  private void decide(
      AgencyDatabase database, LostItem item, Decision decision, Optional<UUID> by) {
    Instant now = clock.instant();
    switch (decision) {
      case SEND_AGAIN -> {
        List<Sent> open = LostRows.openCommands(database);
        long command = LostRows.commands(database, List.of(item.id())).getFirst();
        Sent chosen = open.stream().filter(one -> one.id() == command).findFirst().orElseThrow();
        List<Long> ids = SendingAgain.with(chosen, open).stream().map(Sent::id).toList();
        LostRows.decide(database, "outbox_id", ids, decision, by, now);
        sending.send(database, ids);
      }
      case NOT_SENT_AGAIN, KEPT ->
          LostRows.decide(database, "id", List.of(item.id()), decision, by, now);
      case GONE -> {
        LostRows.decide(database, "id", List.of(item.id()), decision, by, now);
        if (item.about() instanceof LostItem.About.Received(var news)) {
          cases.leaveOut(database, news.position());
        }
      }
    }
  }

  private void settle(AgencyDatabase database) {
    if (LostRows.countOpen(database) == 0) {
      alarms.settle(database, Alarm.Kind.NETWORK_LOST);
    }
  }
}
