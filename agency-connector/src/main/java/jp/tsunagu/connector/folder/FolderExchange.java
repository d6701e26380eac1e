package jp.tsunagu.connector.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.record.Deliveries;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.broker.Asking;
import jp.tsunagu.runtime.broker.SteadyWork;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the folders of every hosted agency that has one: one thread takes, one thread writes. */
@Component
@EnableConfigurationProperties(FolderProperties.class)
final class FolderExchange implements SmartLifecycle {

  private final HostedAgencies agencies;
  private final FileTaker taker;
  private final Records records;
  private final ShownDossiers dossiers;
  private final Deliveries deliveries;
  private final AgencySignals signals;
  private final FolderProperties properties;
  private final CurrentDirectory directory;
  private final Clock clock;
  private final List<SteadyWork> work = new CopyOnWriteArrayList<>();
  private volatile boolean running;

  FolderExchange(
      HostedAgencies agencies,
      FileTaker taker,
      Records records,
      ShownDossiers dossiers,
      Deliveries deliveries,
      AgencySignals signals,
      FolderProperties properties,
      CurrentDirectory directory,
      Clock clock) {
    this.agencies = agencies;
    this.taker = taker;
    this.records = records;
    this.dossiers = dossiers;
    this.deliveries = deliveries;
    this.signals = signals;
    this.properties = properties;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    for (HostedAgency agency : agencies.all()) {
      Path root = agency.folder();
      if (root != null) {
        prepare(agency.id(), Folder.below(root));
      }
    }
    work.forEach(SteadyWork::start);
  }

  private void prepare(AgencyId agency, Folder folder) {
    try {
      folder.create();
    } catch (IOException unusable) {
      throw new UncheckedIOException("the folder of " + agency + " cannot be used", unusable);
    }
    Waiting waiting = new Waiting(properties.patience(), properties.quiet(), System::nanoTime);
    Receipts receipts = new Receipts(agency, folder, records, directory);
    OutFolder out =
        new OutFolder(agency, folder, taker, receipts, waiting, properties.largestFile(), clock);
    InFolder in =
        new InFolder(
            agency,
            folder,
            receipts,
            records,
            dossiers,
            deliveries,
            CsvCopies.in(properties.csvCharset()),
            directory,
            clock);
    work.add(SteadyWork.oneOfMany("folder-out-" + agency, () -> takeWhileRunning(folder, out)));
    Asking asking = new Asking(signals.inbox(agency));
    work.add(SteadyWork.oneOfMany("folder-in-" + agency, () -> asking.once(in::writeDue)));
  }

  /** Ends only with the process or with a failure; what failed is taken up at the next look. */
  private Duration takeWhileRunning(Folder folder, OutFolder out)
      throws IOException, InterruptedException {
    try (WatchService watch = folder.out().getFileSystem().newWatchService()) {
      folder
          .out()
          .register(
              watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      while (running) {
        out.scan();
        settle(watch.poll(properties.rescan().toMillis(), TimeUnit.MILLISECONDS));
      }
    }
    return properties.rescan();
  }

  private static void settle(@org.jspecify.annotations.Nullable WatchKey told) {
    if (told != null) {
      told.pollEvents();
      told.reset();
    }
  }

  @Override
  public void stop() {
    running = false;
    work.forEach(SteadyWork::close);
    work.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
