package jp.tsunagu.connector.outbox;

import java.time.Clock;
import java.time.Duration;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.colleague.Colleagues;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.dossier.FileStore;
import jp.tsunagu.connector.dossier.PrivateKeys;
import jp.tsunagu.connector.draft.Drafts;
import jp.tsunagu.connector.mailbox.ToTell;
import jp.tsunagu.runtime.broker.SteadyWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Once a day deletes what is kept for a limited time: idempotency keys, retired private keys,
 * drafts, names of colleagues, what was mailed.
 */
@Component
final class Housekeeping implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private final HostedAgencies agencies;
  private final Databases databases;
  private final PrivateKeys keys;
  private final Drafts drafts;
  private final FileStore files;
  private final Colleagues colleagues;
  private final Duration peopleKept;
  private final Clock clock;
  private final SteadyWork days = new SteadyWork("housekeeping", this::tidyAll);
  private volatile boolean running;

  Housekeeping(
      HostedAgencies agencies,
      Databases databases,
      PrivateKeys keys,
      Drafts drafts,
      FileStore files,
      Colleagues colleagues,
      ConnectorProperties properties,
      Clock clock) {
    this.agencies = agencies;
    this.databases = databases;
    this.keys = keys;
    this.drafts = drafts;
    this.files = files;
    this.colleagues = colleagues;
    this.peopleKept = properties.connector().accessLogKept();
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    days.start();
  }

  private Duration tidyAll() {
    agencies.all().forEach(this::tidy);
    return Duration.ofDays(1);
  }

  private void tidy(HostedAgency agency) {
    AgencyDatabase database = databases.of(agency.id());
    try {
      int idempotencyKeys = Idempotency.forgetOld(database, clock.instant());
      int privateKeys = keys.forgetOld(database, clock.instant());
      int old = drafts.forgetOld(database, clock.instant());
      int unused = files.forgetOld(database, clock.instant());
      colleagues.forgetOld(database, clock.instant().minus(peopleKept));
      int told = ToTell.forgetOld(database, clock.instant());
      LOG.debug(
          "{}: forgot {} and {} keys, {} drafts, {} files, {} rows of mail",
          agency.id(),
          idempotencyKeys,
          privateKeys,
          old,
          unused,
          told);
    } catch (DataAccessException e) {
      LOG.warn("{}: what is old could not be deleted", agency.id());
    }
  }

  @Override
  public void stop() {
    days.stop();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
