package jp.tsunagu.compose.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.run.AgencyDatabases;
import jp.tsunagu.compose.run.DataFolder;
import jp.tsunagu.compose.run.ProcessLogs;
import jp.tsunagu.compose.run.Restoration;
import jp.tsunagu.connector.backup.AgencyBackup;
import jp.tsunagu.connector.backup.UnusableBackup;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.runtime.file.OwnerOnly;

/**
 * Makes a data folder of a backup: the centre's files, the agencies' records, their keys, and last
 * of all the new incarnation. Whatever breaks off before the end leaves a folder on which nothing
 * starts; the same command begins anew.
 */
final class CityRestore {
  /** Incarnations are counted in minutes from here, so that two restorations never share one. */
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  /** What a claimed folder has before anything is in it, and the database's programs. */
  private static final Set<String> NOTHING =
      Set.of("tsunagu.lock", "tsunagu.format", "logs", "programs");

  private final Console console;
  private final BackupOrder order;
  private final Instant now;

  CityRestore(Console console, BackupOrder order, Instant now) {
    this.console = console;
    this.order = order;
    this.now = now;
  }

  void run() throws IOException, SQLException {
    var centre = Manifest.checked(order.backup());
    var agencies =
        order.agencies().equals(order.backup()) ? centre : Manifest.checked(order.agencies());
    ofTheSame(centre, agencies, order.agencies());
    ofTheSame(centre, Manifest.checked(order.keys()), order.keys());
    var ahead = ahead(centre, agencies);
    try (var folder = emptied()) {
      ProcessLogs.to(folder.logs());
      var restoration = new Restoration(folder.root());
      restoration.begin();
      fill(folder, Math.max(centre.incarnation(), agencies.incarnation()));
      restoration.end();
      told(centre, folder, ahead);
    }
  }

  private static void ofTheSame(Manifest centre, Manifest other, Path where) throws UnusableBackup {
    if (!other.network().equals(centre.network())) {
      throw new UnusableBackup(
          where + " は市 " + other.network() + " のもので、" + centre.network() + " のものではありません。");
    }
  }

  /** What an agency knows and the centre does not: each finds it in a list of its own. */
  private List<String> ahead(Manifest centre, Manifest agencies) throws IOException {
    var topics = new Topics(new NetworkId(centre.network()));
    var ahead = new ArrayList<String>();
    for (var name : agencies.rows().keySet()) {
      var agency = new AgencyId(name);
      var from = order.agencies().resolve(CentreParts.AGENCIES).resolve(name);
      var note = AgencyBackup.checked(from, agency);
      var news = beyond(note.taken(), topics.inbox(agency), centre.ends());
      var commands = beyond(note.sent(), topics.outbox(agency), centre.ends());
      if (news + commands > 0) {
        ahead.add("  %s: 受信 %d、送信 %d".formatted(agency, news, commands));
      }
    }
    return ahead;
  }

  private static long beyond(Map<Integer, Long> places, Topic topic, Map<String, Long> ends) {
    return places.entrySet().stream()
        .mapToLong(
            place -> place.getValue() - ends.getOrDefault(topic.name() + "-" + place.getKey(), 0L))
        .filter(more -> more > 0)
        .sum();
  }

  /** A folder in which nothing is, or what an unfinished restoration left. */
  private DataFolder emptied() throws IOException {
    var root = order.data();
    if (Files.exists(root) && !new Restoration(root).isUnfinished()) {
      try (var there = Files.list(root)) {
        if (!there.allMatch(each -> NOTHING.contains(each.getFileName().toString()))) {
          throw new UnusableBackup(root + " は空ではありません。復元には新しいフォルダーを指定してください。");
        }
      }
    }
    var folder = CityBackup.claimed(root);
    if (new Restoration(root).isUnfinished()) {
      console.line("途中で終わった復元を、初めからやり直します。");
      folder.empty();
    }
    return folder;
  }

  private void fill(DataFolder folder, int before) throws IOException, SQLException {
    Files.deleteIfExists(folder.root().resolve("tsunagu.format"));
    var centre = order.backup().resolve(CentreParts.FOLDER);
    for (var part : CentreParts.of(centre)) {
      var target = folder.root().resolve(part.getFileName());
      FileCopy.tree(part, target, folder.root(), new TreeMap<>());
    }
    console.line("  ✓ 中央");
    var city = City.read(folder.city());
    try (var databases = AgencyDatabases.start(folder)) {
      for (var agency : city.everyone()) {
        var from = order.agencies().resolve(CentreParts.AGENCIES).resolve(agency.value());
        var note = new AgencyBackup(databases.of(agency), agency).read(from);
        console.line("  ✓ %s の記録: %d 行", agency, note.rows());
      }
    }
    var keys = order.keys().resolve(CentreParts.KEYS);
    FileCopy.tree(keys, folder.connector(), folder.root(), new TreeMap<>());
    console.line("  ✓ 鍵");
    var minutes = Math.toIntExact(Duration.between(FIRST, now).toMinutes());
    var incarnation = Math.max(before + 1, minutes);
    new BrokerFiles(folder.broker()).goOnBehind(incarnation, now);
    var described = Files.readString(folder.city(), StandardCharsets.UTF_8);
    OwnerOnly.write(
        folder.city(), IncarnationLine.in(described, incarnation).getBytes(StandardCharsets.UTF_8));
    if (City.read(folder.city()).incarnation() != incarnation) {
      throw new IllegalStateException("network.yaml does not name incarnation " + incarnation);
    }
  }

  private void told(Manifest centre, DataFolder folder, List<String> ahead) {
    console.line("復元しました: " + folder.root() + "(" + centre.takenAt() + " の時点)");
    console.line("その時点より後に中央に届いたことは、ここにはありません。");
    if (!ahead.isEmpty()) {
      console.line("機関の記録は、中央より先に進んでいます(位置の差):");
      ahead.forEach(console::line);
      console.line("起動すると、各機関の画面の「今日」から、網が覚えていない連絡の一覧が開きます。機関の人が一つずつ確かめます。");
    }
  }
}
