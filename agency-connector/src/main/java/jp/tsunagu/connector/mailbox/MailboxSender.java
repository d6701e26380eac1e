package jp.tsunagu.connector.mailbox;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.agency.Mailbox;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.runtime.broker.Asking;
import jp.tsunagu.runtime.broker.SteadyWork;
import jp.tsunagu.runtime.mail.MailOrder;
import jp.tsunagu.runtime.mail.MailOutcome;
import jp.tsunagu.runtime.mail.MailProperties;
import jp.tsunagu.runtime.mail.Mailer;
import jp.tsunagu.runtime.site.SiteSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends to every mailbox, each in a thread of its own: one that refuses holds up no other. */
@Component
final class MailboxSender implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxSender.class);
  private static final String SENDER = "つなぐ";
  private static final Duration LAST_STEP = Duration.ofSeconds(3);

  private final HostedAgencies agencies;
  private final Databases databases;
  private final AgencySignals signals;
  private final Records records;
  private final Ways ways;
  private final Clock clock;
  private final List<Running> all = new CopyOnWriteArrayList<>();
  private volatile boolean running;

  private record Running(AgencyMail mail, SteadyWork steps) {}

  /** How mails leave, and where they lead. */
  @Component
  record Ways(
      MailProperties server,
      MailboxProperties settings,
      SiteSettings site,
      SslBundles bundles,
      CurrentDirectory directory,
      MessageIds ids) {

    AgencyMail.Way way() {
      Function<MailOrder, MailOutcome> send =
          new Mailer(server.settings(bundles, SENDER).orElseThrow())::send;
      return new AgencyMail.Way(
          send,
          ids::fresh,
          new Envelopes(
              Objects.requireNonNull(site.window()).replaceFirst("/$", ""),
              agency -> directory.snapshot().nameOf(agency)),
          settings.bundled());
    }
  }

  MailboxSender(
      HostedAgencies agencies,
      Databases databases,
      AgencySignals signals,
      Records records,
      Ways ways,
      Clock clock) {
    this.agencies = agencies;
    this.databases = databases;
    this.signals = signals;
    this.records = records;
    this.ways = ways;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    for (HostedAgency agency : agencies.all()) {
      Mailbox mailbox = agency.mailbox();
      if (mailbox != null) {
        all.add(sending(agency, mailbox));
      }
    }
    all.forEach(one -> one.steps().start());
  }

  private Running sending(HostedAgency agency, Mailbox mailbox) {
    AgencyMail mail =
        new AgencyMail(
            databases.of(agency.id()),
            signals.inbox(agency.id()),
            mailbox,
            records,
            ways.way(),
            clock);
    Asking asking = new Asking(signals.inbox(agency.id()));
    return new Running(
        mail, SteadyWork.oneOfMany("mail-" + agency.id(), () -> asking.once(mail::sendWhatIsDue)));
  }

  /** A mail that is being handed over may end first. */
  @Override
  public void stop() {
    running = false;
    all.forEach(one -> one.steps().stop());
    all.forEach(MailboxSender::end);
    all.clear();
  }

  private static void end(Running one) {
    if (!one.steps().hasEnded(LAST_STEP)) {
      one.steps().close();
      return;
    }
    try {
      one.mail().close();
    } catch (SQLException _) {
      LOG.warn("the lease of a mailbox could not be given back");
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
