package jp.tsunagu.connector.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagu.connector.folder.FileReport.Line;
import jp.tsunagu.contract.id.AgencyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies in {@code out/} and is never taken – links, folders, checksums without a file, names of
 * something unfinished: it stays where it is, and one report says why.
 */
final class Strays {

  private static final Logger LOG = LoggerFactory.getLogger(Strays.class);

  private final AgencyId agency;
  private final Folder folder;
  private final Waiting waiting;
  private final Clock clock;
  private final Set<Path> told = new HashSet<>();

  Strays(AgencyId agency, Folder folder, Waiting waiting, Clock clock) {
    this.agency = agency;
    this.folder = folder;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** Whether this is nothing to be taken. What begins with a dot is nobody's business. */
  static boolean isOne(Path entry) {
    String name = entry.getFileName().toString();
    return !name.startsWith(".")
        && (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
            || name.endsWith(Folder.UNFINISHED)
            || (name.endsWith(Folder.CHECKSUM) && !Files.exists(Folder.fileOf(entry))));
  }

  /** Tells those that have lain long enough, each once. */
  void tell(List<Path> strays) throws IOException {
    told.retainAll(strays);
    for (Path stray : strays) {
      if (!told.contains(stray) && waiting.isOver(stray)) {
        told.add(stray);
        tell(stray);
      }
    }
  }

  private void tell(Path stray) throws IOException {
    String name = stray.getFileName().toString();
    if (!FileReport.isThere(folder.rejected(), name)) {
      new FileReport(name, clock.instant(), List.of(line(stray, name))).write(folder.rejected());
      LOG.warn("something in the folder of {} is never taken; a report says why", agency);
    }
  }

  private static Line line(Path stray, String name) {
    if (Files.isSymbolicLink(stray)) {
      return Line.ofFile("リンクは受け取りません。", "ファイルそのものを out に置いてください。");
    }
    if (Files.isDirectory(stray)) {
      return Line.ofFile("フォルダーの中は読みません。", "中のファイルを out に直接置いてください。");
    }
    if (name.endsWith(Folder.CHECKSUM)) {
      return Line.ofFile("チェックサムだけがあり、そのファイルがありません。", "ファイルを置き直すか、チェックサムを消してください。");
    }
    return name.endsWith(Folder.UNFINISHED)
        ? Line.ofFile("書き込みの途中の名前(.tmp)のままです。", "書き終わったら、.json か .csv で終わる名前に変えてください。")
        : Line.ofFile("ふつうのファイルではありません。", "ファイルを out に置いてください。");
  }
}
