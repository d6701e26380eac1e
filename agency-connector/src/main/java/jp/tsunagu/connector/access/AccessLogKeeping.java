package jp.tsunagu.connector.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.broker.SteadyWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Once a day, and at start, ends what is past its time and looks through every chain. */
@Component
public final class AccessLogKeeping implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(AccessLogKeeping.class);

  private final HostedAgencies agencies;
  private final AccessLog log;
  private final ChainCheck check;
  private final Duration kept;
  private final Clock clock;
  private final Map<AgencyId, ChainCheck.Verdict> verdicts = new ConcurrentHashMap<>();
  private final SteadyWork days = new SteadyWork("access-log", this::tidyAll);
  private volatile boolean running;

  AccessLogKeeping(
      HostedAgencies agencies,
      AccessLog log,
      ChainCheck check,
      ConnectorProperties properties,
      Clock clock) {
    this.agencies = agencies;
    this.log = log;
    this.check = check;
    this.kept = properties.connector().accessLogKept();
    this.clock = clock;
  }

  /** What the last look found; none before the first. */
  public Optional<ChainCheck.Verdict> verdict(AgencyId agency) {
    return Optional.ofNullable(verdicts.get(agency));
  }

  @Override
  public void start() {
    running = true;
    days.start();
  }

  private Duration tidyAll() {
    agencies.all().forEach(agency -> tidy(agency));
    return Duration.ofDays(1);
  }

  private void tidy(HostedAgency agency) {
    try {
      log.endOf(agency.id(), clock.instant().minus(kept));
      ChainCheck.Verdict verdict = check.check(agency.id());
      verdicts.put(agency.id(), verdict);
      if (verdict instanceof ChainCheck.Verdict.Broken(long number, ChainCheck.Fault fault)) {
        LOG.error("{}: the access log is broken at {}: {}", agency.id(), number, fault);
      }
    } catch (DataAccessException | TransactionException _) {
      LOG.warn("{}: the access log could not be looked through", agency.id());
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
