package jp.tsunagu.connector.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.agency.Signal;
import jp.tsunagu.connector.record.Deliveries;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.contract.id.AgencyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Runs the folders of every hosted agency that has one: one thread takes, one thread writes. */
@Component
@EnableConfigurationProperties(FolderProperties.class)
final class FolderExchange implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(FolderExchange.class);

  private final HostedAgencies agencies;
  private final FileTaker taker;
  private final Records records;
  private final Deliveries deliveries;
  private final AgencySignals signals;
  private final FolderProperties properties;
  private final Clock clock;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("folder-", 0).factory());
  private volatile boolean running;

  FolderExchange(
      HostedAgencies agencies,
      FileTaker taker,
      Records records,
      Deliveries deliveries,
      AgencySignals signals,
      FolderProperties properties,
      Clock clock) {
    this.agencies = agencies;
    this.taker = taker;
    this.records = records;
    this.deliveries = deliveries;
    this.signals = signals;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    for (HostedAgency agency : agencies.all()) {
      Path root = agency.folder();
      if (root != null) {
        start(agency.id(), Folder.below(root));
      }
    }
  }

  private void start(AgencyId agency, Folder folder) {
    try {
      folder.create();
    } catch (IOException unusable) {
      throw new UncheckedIOException("the folder of " + agency + " cannot be used", unusable);
    }
    Waiting waiting = new Waiting(properties.patience(), System::nanoTime);
    OutFolder out = new OutFolder(agency, folder, taker, waiting, properties.largestFile(), clock);
    InFolder in =
        new InFolder(
            agency, folder, records, deliveries, CsvCopies.in(properties.csvCharset()), clock);
    threads.execute(() -> takeWhileRunning(agency, folder, out));
    threads.execute(() -> writeWhileRunning(agency, in));
  }

  private void takeWhileRunning(AgencyId agency, Folder folder, OutFolder out) {
    try (WatchService watch = folder.out().getFileSystem().newWatchService()) {
      folder
          .out()
          .register(
              watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      while (running) {
        guarded(agency, out::scan);
        settle(watch.poll(properties.rescan().toMillis(), TimeUnit.MILLISECONDS));
      }
    } catch (IOException failed) {
      LOG.error("the folder of {} is watched no more: {}", agency, failed.getClass().getName());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static void settle(@org.jspecify.annotations.Nullable WatchKey told) {
    if (told != null) {
      told.pollEvents();
      told.reset();
    }
  }

  private void writeWhileRunning(AgencyId agency, InFolder in) {
    Signal signal = signals.inbox(agency);
    Duration rescan = properties.rescan();
    try {
      while (running) {
        long seen = signal.count();
        boolean[] wrote = new boolean[1];
        guarded(agency, () -> wrote[0] = in.writeDue());
        if (!wrote[0]) {
          signal.awaitBeyond(seen, rescan);
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private interface FolderWork {
    void run() throws IOException;
  }

  /** What fails now is tried again at the next look; nothing was moved or marked yet. */
  private static void guarded(AgencyId agency, FolderWork work) {
    try {
      work.run();
    } catch (IOException | DataAccessException failed) {
      LOG.warn("the folder of {} waits: {}", agency, failed.getClass().getSimpleName());
    } catch (RuntimeException bug) {
      LOG.error("the folder of {} met a bug", agency, bug);
    }
  }

  @Override
  public void stop() {
    running = false;
    threads.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
