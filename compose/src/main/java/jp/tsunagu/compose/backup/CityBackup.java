package jp.tsunagu.compose.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.TreeMap;
import jp.tsunagu.compose.backup.Manifest.Copied;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.run.AgencyDatabases;
import jp.tsunagu.compose.run.DataFolder;
import jp.tsunagu.compose.run.ProcessLogs;
import jp.tsunagu.connector.backup.AgencyBackup;
import jp.tsunagu.connector.backup.UnusableBackup;
import jp.tsunagu.runtime.file.OwnerOnly;

/**
 * {@code compose/start --backup} and {@code --restore}: a city on one machine into folders and
 * back, while it does not run; see compose/README.md.
 */
public final class CityBackup {
  private static final int REFUSED = 3;

  private final Console console;
  private final BackupOrder order;
  private final Instant now;

  private CityBackup(Console console, BackupOrder order, Instant now) {
    this.console = console;
    this.order = order;
    this.now = now;
  }

  /** Ends with 0 where it was done as a whole. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Runtime.getRuntime().exit(run(Console.ofProcess(), Clock.systemUTC(), arguments));
  }

  static int run(Console console, Clock clock, String... arguments)
      throws IOException, SQLException {
    try {
      var order = BackupOrder.of(arguments);
      if (order.restores()) {
        new CityRestore(console, order, clock.instant()).run();
      } else {
        new CityBackup(console, order, clock.instant()).run();
      }
      return 0;
    } catch (UnusableBackup refused) {
      console.line(String.valueOf(refused.getMessage()));
      return REFUSED;
    }
  }

  private void run() throws IOException, SQLException {
    if (!Files.exists(order.data().resolve("broker"))) {
      throw new UnusableBackup(order.data() + " に網のデータがありません。--data を確かめてください。");
    }
    try (var folder = claimed(order.data())) {
      ProcessLogs.to(folder.logs());
      fresh(order.backup());
      fresh(order.keys());
      var city = City.read(folder.city());
      var written = centre(folder, city);
      var rows = agencies(folder, city);
      var ends = new BrokerFiles(folder.broker()).ends();
      keys(folder, city);
      written.with(ends, rows).write(order.backup());
      console.line("バックアップができました: " + order.backup());
      console.line("鍵は " + order.keys() + " にあります。バックアップとは別の場所に保管してください。");
    }
  }

  /** The folder, for this process alone: the network does not run. */
  static DataFolder claimed(Path data) throws UnusableBackup {
    return switch (DataFolder.claim(data)) {
      case DataFolder.Claim.Claimed(var folder) -> folder;
      case DataFolder.Claim.Refused(var obstacle) -> throw new UnusableBackup(obstacle.message());
    };
  }

  private static void fresh(Path folder) throws IOException {
    OwnerOnly.folder(folder);
    if (OwnerOnly.isOpen(folder)) {
      throw new UnusableBackup(folder + " はほかの利用者にも開かれています。chmod 700 で閉じてください。");
    }
    try (var there = Files.list(folder)) {
      if (there.findAny().isPresent()) {
        throw new UnusableBackup(folder + " は空ではありません。新しいフォルダーを指定してください。");
      }
    }
  }

  private Manifest centre(DataFolder folder, City city) throws IOException {
    var files = new TreeMap<String, Copied>();
    for (var part : CentreParts.of(folder.root())) {
      var target = order.backup().resolve(CentreParts.FOLDER).resolve(part.getFileName());
      FileCopy.tree(part, target, order.backup(), files);
    }
    var bytes = files.values().stream().mapToLong(Copied::bytes).sum();
    console.line("  ✓ 中央: %d ファイル、%d KB", files.size(), bytes / 1024);
    return Manifest.of(city.network().value(), city.incarnation(), now, files);
  }

  private TreeMap<String, Long> agencies(DataFolder folder, City city)
      throws IOException, SQLException {
    var rows = new TreeMap<String, Long>();
    try (var databases = AgencyDatabases.start(folder)) {
      for (var agency : city.everyone()) {
        var target = order.backup().resolve(CentreParts.AGENCIES).resolve(agency.value());
        var note = new AgencyBackup(databases.of(agency), agency).write(target, now);
        rows.put(agency.value(), note.rows());
        console.line("  ✓ %s の記録: %d 行", agency, note.rows());
      }
    }
    return rows;
  }

  private void keys(DataFolder folder, City city) throws IOException {
    var files = new TreeMap<String, Copied>();
    var target = order.keys().resolve(CentreParts.KEYS);
    FileCopy.tree(folder.connector(), target, order.keys(), files);
    Manifest.of(city.network().value(), city.incarnation(), now, files).write(order.keys());
    console.line("  ✓ 鍵: %d ファイル", files.size());
  }
}
