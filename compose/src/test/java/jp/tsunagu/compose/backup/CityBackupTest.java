package jp.tsunagu.compose.backup;

import static jp.tsunagu.compose.city.SampleCity.KONKYU_MADOGUCHI;
import static jp.tsunagu.compose.city.SampleCity.SHAKYO;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.disk.FolderTree;
import jp.tsunagu.compose.load.Work;
import jp.tsunagu.compose.run.Obstacle;
import jp.tsunagu.compose.run.ServiceProcess;
import jp.tsunagu.compose.run.TestFolders;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ReferralEvent;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city is backed up, destroyed, and made again of its backup. */
@Order(1)
@Tag("slow")
class CityBackupTest {
  private static final String SECRET = "master.key";

  @TempDir private Path directory;

  @Test
  void nothing_up_to_the_backup_is_lost_and_nothing_is_doubled_after_it() throws Exception {
    var data = TestFolders.emptyRoot("backup");
    List<CaseEvent> ledger;
    Object news;
    Work.Referral spare;
    String accepted;
    try (var town = Town.on(data, true)) {
      var referrals = town.cases(2, 1);
      accepted = town.refer(to(SHAKYO, referrals, 0));
      town.refer(to(KONKYU_MADOGUCHI, referrals, 1));
      assertThat(town.agency(SHAKYO).act(accepted, "accept", "{}").isSuccess()).isTrue();
      spare = to(KONKYU_MADOGUCHI, referrals, 0);
      town.awaitSoundRecount();
      ledger = town.ledger();
      news = town.news();
    }
    assertThat(run("--backup", "--data", data, "--to", backup(), "--keys", keys()))
        .contains("バックアップができました");
    assertThat(files(backup())).noneMatch(file -> file.endsWith(SECRET));
    assertThat(files(keys())).anyMatch(file -> file.endsWith(SECRET));
    assertOwnerOnly(backup());
    assertOwnerOnly(keys());
    new FolderTree(data).delete();
    var restored = TestFolders.emptyRoot("restored");
    killInTheMiddle("--restore", "--from", backup(), "--keys", keys(), "--data", restored);
    assertHalfRestored(restored);
    assertThat(run("--restore", "--from", backup(), "--keys", keys(), "--data", restored))
        .contains("初めからやり直します", "復元しました");
    assertThat(run("--restore", "--from", backup(), "--keys", keys(), "--data", restored))
        .contains("空ではありません");
    try (var town = Town.on(restored, true)) {
      assertThat(town.ledger()).isEqualTo(ledger);
      assertThat(town.news()).isEqualTo(news);
      assertThat(town.agency(SHAKYO).referral(accepted).body().path("dossiers").toString())
          .contains("birthDate");
      await()
          .atMost(SOON)
          .until(
              () ->
                  town.agency(SHAKYO)
                      .service()
                      .get("/alarms")
                      .body()
                      .toString()
                      .contains("NETWORK_RESTORED"));
      assertThat(town.undecided(SHAKYO)).as("nothing was lost").isZero();
      town.refer(spare);
      var later = town.refer(to(SHAKYO, town.cases(1, 2), 0));
      assertThat(town.agency(SHAKYO).act(later, "accept", "{}").isSuccess()).isTrue();
      town.awaitSoundRecount();
      var after = town.ledger();
      assertThat(after).startsWith(ledger.toArray(CaseEvent[]::new));
      assertThat(after.subList(ledger.size(), after.size()))
          .isNotEmpty()
          .allMatch(event -> event.header().incarnation() > 0);
      assertThat(after).extracting(event -> event.header().eventId()).doesNotHaveDuplicates();
      town.news()
          .forEach(
              (_, items) ->
                  assertThat(items).extracting(item -> item.path("id")).doesNotHaveDuplicates());
    }
  }

  @Test
  void an_agencys_older_record_takes_in_what_it_missed_and_sends_nothing_twice() throws Exception {
    var data = TestFolders.emptyRoot("older");
    List<Work.Referral> referrals;
    try (var town = Town.on(data, false)) {
      referrals = town.cases(1, 3);
      town.refer(to(SHAKYO, referrals, 0));
    }
    run("--backup", "--data", data, "--to", backup(), "--keys", keys());
    List<CaseEvent> ledger;
    String missed;
    try (var town = Town.on(data, false)) {
      missed = town.refer(to(KONKYU_MADOGUCHI, referrals, 0));
      assertThat(town.agency(KONKYU_MADOGUCHI).act(missed, "accept", "{}").isSuccess()).isTrue();
      town.awaitSoundRecount();
      ledger = town.ledger();
    }
    var newer = directory.resolve("newer");
    run("--backup", "--data", data, "--to", newer, "--keys", directory.resolve("newer-keys"));
    new FolderTree(data).delete();
    var restored = TestFolders.emptyRoot("behind");
    var target = TestFolders.emptyRoot("ahead");
    assertThat(
            run(
                "--restore",
                "--from",
                backup(),
                "--agencies",
                newer,
                "--keys",
                keys(),
                "--data",
                target))
        .contains("先に進んでいます", "konkyu-madoguchi: 受信", "復元しました");
    try (var town = Town.on(target, false)) {
      whatTheNetworkLostGoesThereOnce(town, missed);
    }
    assertThat(
            run(
                "--restore",
                "--from",
                newer,
                "--agencies",
                backup(),
                "--keys",
                keys(),
                "--data",
                restored))
        .contains("復元しました");
    try (var town = Town.on(restored, false)) {
      town.awaitAt(KONKYU_MADOGUCHI, missed);
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(
                          town.agency(Work.SENDER)
                              .referral(missed)
                              .body()
                              .path("stage")
                              .path("code")
                              .asString(""))
                      .isEqualTo("ACCEPTED"));
      town.refer(to(SHAKYO, town.cases(1, 4), 0));
      town.awaitSoundRecount();
      assertThat(town.ledger())
          .startsWith(ledger.toArray(CaseEvent[]::new))
          .filteredOn(
              event -> event.header().caseId().toString().equals(referrals.getFirst().caseId()))
          .hasSameSizeAs(
              ledger.stream()
                  .filter(
                      event ->
                          event.header().caseId().toString().equals(referrals.getFirst().caseId()))
                  .toList());
    }
  }

  /** The centre is as old as the first backup; sender and receiver know of a referral after it. */
  private static void whatTheNetworkLostGoesThereOnce(Town town, String missed) throws Exception {
    for (var agency : List.of(Work.SENDER, KONKYU_MADOGUCHI)) {
      await().atMost(SOON).until(() -> town.undecided(agency) > 0);
      assertThat(town.agency(agency).referral(missed).status()).isEqualTo(200);
    }
    town.refer(to(SHAKYO, town.cases(1, 5), 0));
    assertThat(town.undecided(SHAKYO)).isZero();
    assertThat(happened(town, missed)).as("nobody has decided").isEmpty();
    town.decideAll(Work.SENDER);
    await().atMost(SOON).until(() -> happened(town, missed).contains("ReferralSent"));
    town.decideAll(KONKYU_MADOGUCHI);
    await().atMost(SOON).until(() -> happened(town, missed).contains("ReferralAccepted"));
    town.decideAll(Work.SENDER);
    town.decideAll(KONKYU_MADOGUCHI);
    town.awaitSoundRecount();
    assertThat(happened(town, missed))
        .contains("ReferralSent", "ReferralAccepted")
        .doesNotHaveDuplicates();
    assertThat(town.agency(Work.SENDER).service().get("/alarms").body().toString())
        .doesNotContain("NETWORK_LOST");
    await()
        .atMost(SOON)
        .until(
            () ->
                town.agency(Work.SENDER)
                    .referral(missed)
                    .body()
                    .path("stage")
                    .path("code")
                    .asString("")
                    .equals("ACCEPTED"));
  }

  /** What happened to a leg, as far as the ledger knows. */
  private static List<String> happened(Town town, String referralId) {
    return town.ledger().stream()
        .filter(event -> event instanceof ReferralEvent)
        .filter(event -> ((ReferralEvent) event).referralId().toString().equals(referralId))
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }

  @Test
  void what_is_no_whole_backup_is_refused_before_anything_is_written() throws Exception {
    Files.createDirectories(backup());
    var target = directory.resolve("target");
    assertThat(run("--restore", "--from", backup(), "--keys", keys(), "--data", target))
        .contains("manifest.json");
    assertThat(target).doesNotExist();
    assertThat(
            run(
                "--restore",
                "--from",
                backup(),
                "--keys",
                backup().resolve("keys"),
                "--data",
                target))
        .contains("別のフォルダー");
  }

  /** Kills it once the first agency's record is there. */
  private void killInTheMiddle(Object... words) throws Exception {
    var arguments = Stream.of(words).map(Object::toString).toList();
    var output = directory.resolve("output.txt");
    try (var process = ServiceProcess.start(CityBackup.class, directory, output, arguments)) {
      await().atMost(SOON).until(() -> process.printed().contains("の記録"));
      process.process().destroyForcibly();
      assertThat(process.endsWithin(SOON)).isTrue();
      assertThat(process.printed()).doesNotContain("復元しました");
    }
  }

  private static void assertHalfRestored(Path root) {
    try (var folder = TestFolders.claimed(root)) {
      assertThat(folder.settle(null)).map(Obstacle::code).contains(Obstacle.Code.HALF_RESTORED);
    }
  }

  private static Work.Referral to(AgencyId receiver, List<Work.Referral> referrals, int number) {
    return referrals.stream()
        .filter(each -> each.receiver().equals(receiver))
        .skip(number)
        .findFirst()
        .orElseThrow();
  }

  private Path backup() {
    return directory.resolve("backup");
  }

  private Path keys() {
    return directory.resolve("keys");
  }

  static String run(Object... words) throws Exception {
    var bytes = new ByteArrayOutputStream();
    var arguments = Stream.of(words).map(Object::toString).toArray(String[]::new);
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      CityBackup.run(new Console(out, false), Clock.systemUTC(), arguments);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static List<String> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.map(Path::toString).toList();
    }
  }

  private static void assertOwnerOnly(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : (Iterable<Path>) files::iterator) {
        assertThat(Files.getPosixFilePermissions(file))
            .as("%s", file)
            .isSubsetOf(
                Set.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE));
      }
    }
  }
}
