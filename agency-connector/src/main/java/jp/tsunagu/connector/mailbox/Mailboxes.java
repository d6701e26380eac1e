package jp.tsunagu.connector.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.agency.Mailbox;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.mail.MailProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the mails to the mailboxes do, for people and monitoring; and a mail to try the way. */
@Component
public final class Mailboxes {

  private final HostedAgencies agencies;
  private final Databases databases;
  private final MailProperties server;
  private final MessageIds ids;
  private final Clock clock;

  Mailboxes(
      HostedAgencies agencies,
      Databases databases,
      MailProperties server,
      MessageIds ids,
      Clock clock) {
    this.agencies = agencies;
    this.databases = databases;
    this.server = server;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * How it does.
   *
   * @param lastSent when the last mail left; null before the first
   * @param stuck the mail that could not be sent yet; null where there is none
   * @param trial the last mail that only tried the way; null where there was none
   */
  public record State(
      Mailbox mailbox, @Nullable Instant lastSent, @Nullable Stuck stuck, @Nullable Trial trial) {}

  /**
   * A mail that failed at least once.
   *
   * @param why in words, without an address
   * @param next when it is tried again
   * @param needsAPerson whether it was refused, or failed so often that somebody must look
   */
  public record Stuck(
      Instant since, int attempts, String why, Instant next, boolean needsAPerson) {}

  /**
   * A mail that tries the way.
   *
   * @param isOver whether it was handed to the server, or failed
   * @param why it failed; null where it did not
   */
  public record Trial(Instant at, boolean isOver, @Nullable String why) {}

  /** The mailbox of this agency; empty where it has none. */
  public Optional<State> of(AgencyId agency) {
    return agencies.find(agency).map(HostedAgency::mailbox).map(mailbox -> state(agency, mailbox));
  }

  private State state(AgencyId agency, Mailbox mailbox) {
    AgencyDatabase database = databases.of(agency);
    return new State(
        mailbox,
        lastSent(database).orElse(null),
        stuck(database).orElse(null),
        trial(database).orElse(null));
  }

  private static Optional<Instant> lastSent(AgencyDatabase database) {
    return database
        .jdbc()
        .sql(
            "select settled_at from mail where outcome = 'SENT' and not is_trial"
                + " order by settled_at desc limit 1")
        .query((row, _) -> Columns.instant(row, "settled_at"))
        .optional();
  }

  private Optional<Stuck> stuck(AgencyDatabase database) {
    return database
        .jdbc()
        .sql("select * from mail where settled_at is null and not is_trial and attempts > 0")
        .query((row, _) -> stuck(row))
        .optional();
  }

  private Stuck stuck(ResultSet row) throws SQLException {
    int attempts = row.getInt("attempts");
    return new Stuck(
        Columns.instant(row, "made_at"),
        attempts,
        row.getString("fault"),
        Columns.instant(row, "due_at"),
        row.getBoolean("is_refused") || attempts >= server.attempts());
  }

  private static Optional<Trial> trial(AgencyDatabase database) {
    return database
        .jdbc()
        .sql("select * from mail where is_trial order by id desc limit 1")
        .query(
            (row, _) ->
                new Trial(
                    Columns.moment(row, "settled_at").orElse(Columns.instant(row, "made_at")),
                    Columns.moment(row, "settled_at").isPresent(),
                    row.getString("fault")))
        .optional();
  }

  /** How many things the mailbox is not told of yet. */
  public long untold(AgencyId agency) {
    return databases
        .of(agency)
        .jdbc()
        .sql("select count(*) from to_tell where settled_at is null and tell_from < :now")
        .param("now", Columns.at(clock.instant()))
        .query(Long.class)
        .single();
  }

  /** Sends a mail that only tries the way, unless one is on its way; false without a mailbox. */
  public boolean tryTheWay(AgencyId agency) {
    if (agencies.find(agency).map(HostedAgency::mailbox).isEmpty()) {
      return false;
    }
    AgencyDatabase database = databases.of(agency);
    new Mails(database).add(ids.fresh(agency), true, clock.instant());
    database.tell(AgencyMail.LEASE);
    return true;
  }
}
