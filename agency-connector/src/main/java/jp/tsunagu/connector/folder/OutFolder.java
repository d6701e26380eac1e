package jp.tsunagu.connector.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.connector.folder.FileReport.Line;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.form.CsvTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes sheets out of {@code out/}. Every step can be repeated: the content is stored first, then
 * the receipt is written, then the file is moved, so that being killed in between neither loses nor
 * doubles.
 */
final class OutFolder {

  private static final Logger LOG = LoggerFactory.getLogger(OutFolder.class);
  private static final Line NOT_SURE_TO_BE_WHOLE =
      Line.ofFile(
          "チェックサムがなく、最後まで書けているか分かりません。",
          "最後まで書けていますか。JSON は { から } まで書いてください。CSV は最後に「"
              + CsvTable.END_LINE
              + "」の行を書くか、別の名前で書き終えてから名前を変えてください。どちらも、名前.sha256 に SHA-256 を書けばすぐ受け取ります。");

  private final AgencyId agency;
  private final Folder folder;
  private final FileTaker taker;
  private final ReceiptWriter receipts;
  private final Waiting waiting;
  private final Strays strays;
  private final long largestFile;
  private final Clock clock;

  OutFolder(
      AgencyId agency,
      Folder folder,
      FileTaker taker,
      ReceiptWriter receipts,
      Waiting waiting,
      long largestFile,
      Clock clock) {
    this.agency = agency;
    this.folder = folder;
    this.taker = taker;
    this.receipts = receipts;
    this.waiting = waiting;
    this.strays = new Strays(agency, folder, waiting, clock);
    this.largestFile = largestFile;
    this.clock = clock;
  }

  /** Looks at every file once. */
  void scan() throws IOException {
    List<Path> entries = entries();
    waiting.keep(new HashSet<>(entries));
    strays.tell(entries.stream().filter(Strays::isOne).toList());
    for (Path file : entries.stream().filter(OutFolder::isCandidate).toList()) {
      try {
        handle(file);
      } catch (NoSuchFileException gone) {
        LOG.debug("a file of {} went away while it was looked at", agency);
      } catch (IOException locked) {
        LOG.warn("a file of {} waits: {}", agency, locked.getClass().getSimpleName());
      }
    }
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> all = Files.list(folder.out())) {
      return all.sorted().toList();
    }
  }

  private static boolean isCandidate(Path file) {
    String name = file.getFileName().toString();
    return !Strays.isOne(file) && !name.startsWith(".") && !name.endsWith(Folder.CHECKSUM);
  }

  private void handle(Path file) throws IOException {
    switch (Drop.look(file, largestFile)) {
      case Drop.Complete complete -> take(file, complete);
      case Drop.Bare bare -> takeIfWhole(file, bare);
      case Drop.TooLarge(long size) ->
          reject(
              file,
              List.of(
                  Line.ofFile(
                      "ファイルが大きすぎます(" + size + "バイト)。", largestFile + "バイトまでに分けてください。中身は読んでいません。")));
      case Drop.Incomplete(String problem, String fix) -> {
        if (waiting.isOver(file)) {
          reject(file, List.of(Line.ofFile(problem, fix)));
        }
      }
    }
  }

  private void takeIfWhole(Path file, Drop.Bare bare) throws IOException {
    boolean over = waiting.isOver(file);
    if (!waiting.isQuiet(file, bare)) {
      return;
    }
    Drop.Complete whole = bare.read(file, largestFile);
    if (bare.endsIn(whole, file)) {
      take(file, whole);
    } else if (over) {
      reject(file, List.of(NOT_SURE_TO_BE_WHOLE));
    }
  }

  private void take(Path file, Drop.Complete complete) throws IOException {
    String name = file.getFileName().toString();
    switch (taker.take(agency, name, complete.content())) {
      case Verdict.Taken(byte[] stored) -> {
        receipts.write(name, stored);
        if (complete.isStill(file)) {
          move(file, folder.done(), complete.sha256());
        }
        LOG.info("a file of {} with {} bytes was taken", agency, complete.size());
      }
      case Verdict.Rejected(var errors) -> {
        if (complete.isStill(file)) {
          reject(file, errors);
        }
      }
      case Verdict.NotNow _ -> LOG.debug("a file of {} waits for the directory", agency);
    }
  }

  private void reject(Path file, List<Line> errors) throws IOException {
    String name = file.getFileName().toString();
    FileReport report = new FileReport(name, clock.instant(), errors);
    report.write(folder.rejected());
    move(file, folder.rejected(), Sha256.hex(report.at().toString()));
    waiting.forget(file);
    LOG.warn("a file of {} was rejected with {} errors", agency, errors.size());
  }

  /** The checksum goes last, so that a file is never left without it half-way. */
  private static void move(Path file, Path target, String distinction) throws IOException {
    Path to = target.resolve(file.getFileName());
    if (Files.exists(to)) {
      to = target.resolve(distinction.substring(0, 8) + "-" + file.getFileName());
    }
    Files.move(file, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Path checksum = Folder.checksumOf(file);
    if (Files.exists(checksum)) {
      Files.move(checksum, Folder.checksumOf(to), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
