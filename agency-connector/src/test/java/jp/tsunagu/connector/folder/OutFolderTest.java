package jp.tsunagu.connector.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutFolderTest {

  private static final AgencyId NOZEI = new AgencyId("nozei");

  @TempDir Path root;
  private final AtomicLong nanos = new AtomicLong();
  private final Taker taker = new Taker();
  private Folder folder = Folder.below(Path.of("unset"));

  @BeforeEach
  void createFolder() throws IOException {
    folder = Folder.below(root);
    folder.create();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.json | {\"a\": 1}",
        "a.csv | 番号,分野~1,困窮~終わり~",
        "a.csv | 番号,分野~1,困窮~終わり,~",
        "a.csv | 番号,分野~1,困窮~\"終わり\",\"\"~"
      })
  void a_file_without_checksum_is_taken_after_a_quiet_minute_if_it_ends(String name, String content)
      throws IOException {
    write(name, content.replace('~', '\n').substring(0, 7));
    scan();
    pass(Duration.ofSeconds(59));
    write(name, content.replace('~', '\n'));
    scan();
    pass(Duration.ofSeconds(59));
    scan();
    assertThat(taker.taken).isEmpty();

    pass(Duration.ofSeconds(1));
    scan();

    assertThat(taker.taken).containsExactly(name);
    assertThat(names(folder.done())).containsExactly(name);
  }

  @Test
  void a_csv_file_that_was_renamed_when_it_was_whole_needs_no_end_line() throws IOException {
    Path elsewhere = Files.writeString(root.resolve("a.part"), "番号,分野\n1,困窮\n");
    FileTime written = Files.getLastModifiedTime(elsewhere);
    Files.setLastModifiedTime(
        elsewhere, FileTime.fromMillis(written.toMillis() - Duration.ofMinutes(1).toMillis()));
    Files.move(elsewhere, folder.out().resolve("a.csv"));
    scan();
    pass(Duration.ofMinutes(1));

    scan();

    assertThat(taker.taken).containsExactly("a.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a.json | {\"a\":", "a.csv | 番号,分野~1,困窮~"})
  void what_may_have_broken_off_is_asked_about(String name, String content) throws IOException {
    write(name, content.replace('~', '\n'));
    scan();
    pass(Duration.ofMinutes(9));
    scan();
    assertThat(names(folder.out())).containsExactly(name);

    pass(Duration.ofMinutes(1));
    scan();

    assertThat(taker.taken).isEmpty();
    assertThat(Files.readString(folder.rejected().resolve(name + ".report.txt")))
        .contains("最後まで書けていますか", "終わり", ".sha256");
  }

  @Test
  void what_is_never_taken_is_said_once_and_stays() throws IOException {
    Files.createDirectory(folder.out().resolve("今日の分"));
    Files.createSymbolicLink(folder.out().resolve("link.json"), root.resolve("elsewhere.json"));
    write("late.json.sha256", Sha256.hex("{}"));
    write("half.csv.tmp", "番号");
    write(".nfs0001", "x");
    write("table.xlsx", "x");
    scan();
    assertThat(names(folder.rejected())).isEmpty();
    pass(Duration.ofMinutes(10));
    scan();

    assertThat(names(folder.rejected()).stream().filter(name -> name.endsWith(".report.txt")))
        .containsExactly(
            "half.csv.tmp.report.txt",
            "late.json.sha256.report.txt",
            "link.json.report.txt",
            "table.xlsx.report.txt",
            "今日の分.report.txt");
    assertThat(names(folder.out()))
        .containsExactly(".nfs0001", "half.csv.tmp", "late.json.sha256", "link.json", "今日の分");
    Files.delete(folder.rejected().resolve("link.json.report.txt"));
    Files.delete(folder.rejected().resolve("link.json.report.json"));
    scan();
    assertThat(names(folder.rejected())).noneMatch(name -> name.startsWith("link.json"));
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void a_complete_file_is_taken_once_with_a_receipt_and_moved() throws IOException {
    drop("a.json", "{}");

    scan();
    scan();

    assertThat(taker.taken).containsExactly("a.json");
    assertThat(names(folder.out())).isEmpty();
    assertThat(names(folder.done())).containsExactly("a.json", "a.json.sha256");
    assertThat(names(folder.in()))
        .containsExactly("a.json.receipt.json", "a.json.receipt.json.sha256");
    byte[] receipt = Files.readAllBytes(folder.in().resolve("a.json.receipt.json"));
    assertThat(Files.readString(folder.in().resolve("a.json.receipt.json.sha256")))
        .startsWith(Sha256.hex(receipt));
  }

  @Test
  void a_truncated_file_waits_and_is_taken_when_it_is_whole() throws IOException {
    drop("a.json", "{\"whole\": true}");
    write("a.json", "{\"whole\"");
    scan();
    assertThat(taker.taken).isEmpty();

    write("a.json", "{\"whole\": true}");
    scan();

    assertThat(taker.taken).containsExactly("a.json");
  }

  @Test
  void a_file_that_stays_truncated_is_rejected_with_a_report() throws IOException {
    drop("a.json", "{\"whole\": true}");
    write("a.json", "{\"whole\"");
    scan();
    nanos.addAndGet(Duration.ofMinutes(11).toNanos());

    scan();

    assertThat(taker.taken).isEmpty();
    assertThat(names(folder.rejected()))
        .containsExactly("a.json", "a.json.report.json", "a.json.report.txt", "a.json.sha256");
    assertThat(Files.readString(folder.rejected().resolve("a.json.report.txt")))
        .contains("チェックサムと一致しません");
  }

  @Test
  void a_20_MB_file_is_rejected_unread() throws IOException {
    try (RandomAccessFile large =
        new RandomAccessFile(folder.out().resolve("large.csv").toFile(), "rw")) {
      large.setLength(20L * 1024 * 1024);
    }

    scan();

    assertThat(names(folder.rejected())).contains("large.csv", "large.csv.report.txt");
    assertThat(Files.readString(folder.rejected().resolve("large.csv.report.json")))
        .contains("20971520", "中身は読んでいません");
  }

  @Test
  void a_rejected_file_says_line_column_problem_and_fix() throws IOException {
    taker.verdicts.put(
        "a.csv",
        new Verdict.Rejected(List.of(new FileReport.Line(3, "生年月日", "昭和65年はありません。", "平成2年です。"))));
    drop("a.csv", "x");

    scan();

    assertThat(Files.readString(folder.rejected().resolve("a.csv.report.txt")))
        .contains("3行目 生年月日: 昭和65年はありません。 → 平成2年です。");
    assertThat(Files.readString(folder.rejected().resolve("a.csv.report.json")))
        .contains("\"line\" : 3", "\"column\" : \"生年月日\"");
  }

  @Test
  void killed_after_storing_it_leaves_one_effect_and_one_receipt() throws IOException {
    drop("a.json", "{}");
    taker.failOnce = true;
    assertThatThrownBy(this::scan).isInstanceOf(Killed.class);
    assertThat(names(folder.in())).isEmpty();

    scan();

    assertThat(taker.effects).hasSize(1);
    assertThat(names(folder.in())).contains("a.json.receipt.json");
    assertThat(names(folder.done())).contains("a.json");
  }

  @Test
  void killed_before_moving_it_leaves_one_effect() throws IOException {
    drop("a.json", "{}");
    scan();
    Files.move(folder.done().resolve("a.json"), folder.out().resolve("a.json"));
    Files.move(folder.done().resolve("a.json.sha256"), folder.out().resolve("a.json.sha256"));

    scan();

    assertThat(taker.effects).hasSize(1);
    assertThat(names(folder.out())).isEmpty();
  }

  @Test
  void another_file_of_the_same_name_replaces_none_that_was_taken() throws IOException {
    drop("a.json", "{\"n\": 1}");
    scan();
    drop("a.json", "{\"n\": 2}");

    scan();

    assertThat(taker.effects).hasSize(2);
    assertThat(names(folder.done()).stream().filter(name -> name.endsWith("a.json"))).hasSize(2);
  }

  @Test
  void what_cannot_be_judged_now_stays() throws IOException {
    taker.verdicts.put("a.json", new Verdict.NotNow());
    drop("a.json", "{}");

    scan();

    assertThat(names(folder.out())).containsExactly("a.json", "a.json.sha256");
  }

  private void scan() throws IOException {
    OutFolder known = out;
    if (known == null) {
      Waiting waiting = new Waiting(Duration.ofMinutes(10), Duration.ofMinutes(1), nanos::get);
      known =
          new OutFolder(
              NOZEI, folder, taker, this::receipt, waiting, 5 * 1024 * 1024, Clock.systemUTC());
      out = known;
    }
    known.scan();
  }

  private void receipt(String name, byte[] stored) throws IOException {
    AtomicFiles.writeWithChecksum(folder.in().resolve(name + ".receipt.json"), stored);
  }

  private @Nullable OutFolder out;

  private void drop(String name, String content) throws IOException {
    write(name, content);
    write(name + ".sha256", Sha256.hex(content) + "  " + name + "\n");
  }

  private void write(String name, String content) throws IOException {
    Files.write(folder.out().resolve(name), content.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static final class Killed extends IllegalStateException {}

  /** Stores by name and content, as the outbox does. */
  private static final class Taker implements FileTaker {
    final List<String> taken = new ArrayList<>();
    final Map<String, byte[]> effects = new HashMap<>();
    final Map<String, Verdict> verdicts = new HashMap<>();
    boolean failOnce;

    @Override
    public Verdict take(AgencyId agency, String name, byte[] content) {
      Verdict told = verdicts.get(name);
      if (told != null) {
        return told;
      }
      taken.add(name);
      byte[] receipt =
          effects.computeIfAbsent(
              name + Sha256.hex(content),
              key -> ("{\"key\":\"" + key + "\"}").getBytes(StandardCharsets.UTF_8));
      if (failOnce) {
        failOnce = false;
        throw new Killed();
      }
      return new Verdict.Taken(receipt);
    }
  }
}
