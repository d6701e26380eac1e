package jp.tsunagu.compose.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.database.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything a run keeps, owned by one process at a time through a locked
 * file; the system gives the lock up when the process dies.
 */
public final class DataFolder implements AutoCloseable {
  /** Less than this free, and nothing is started: the broker stops hard on a full disk. */
  static final long LEAST_FREE_BYTES = 500L * 1024 * 1024;

  private static final String LOCK = "tsunagu.lock";

  /** Which format the records in the folder have; counted up when older ones cannot be read. */
  private static final String FORMAT = "2";

  private static final String FORMAT_FILE = "tsunagu.format";

  private final Path root;
  private final FileChannel lock;

  private DataFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /** What came of asking for a folder. */
  public sealed interface Claim {
    /** It is ours until it is closed. */
    record Claimed(DataFolder folder) implements Claim {}

    /** It cannot be used. */
    record Refused(Obstacle obstacle) implements Claim {}
  }

  /** Takes the folder for this process; creates it if it does not exist. */
  public static Claim claim(Path folder) {
    var root = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      var free = Files.getFileStore(root).getUsableSpace();
      if (free < LEAST_FREE_BYTES) {
        return new Claim.Refused(diskFull(root, free));
      }
      return locked(root);
    } catch (IOException _) {
      return new Claim.Refused(unusable(root));
    }
  }

  private static Claim locked(Path root) throws IOException {
    var channel =
        FileChannel.open(
            root.resolve(LOCK),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    if (!tryLock(channel)) {
      channel.close();
      return new Claim.Refused(inUse(root));
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(ownProcess().getBytes(StandardCharsets.UTF_8)), 0);
    var folder = new DataFolder(root, channel);
    if (folder.isNew()) {
      folder.markFormat();
    }
    return new Claim.Claimed(folder);
  }

  private void markFormat() throws IOException {
    Files.writeString(root.resolve(FORMAT_FILE), FORMAT, StandardCharsets.UTF_8);
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  private static String ownProcess() {
    return Long.toString(ProcessHandle.current().pid());
  }

  private static Obstacle inUse(Path root) {
    var owner = ownerOf(root);
    return new Obstacle(
        Obstacle.Code.DATA_IN_USE,
        "データフォルダー "
            + root
            + " は別のつなぐ"
            + (owner == null ? "" : "(プロセス " + owner + ")")
            + "が使用中です。それを終了するか、--data で別のフォルダーを指定してください。");
  }

  private static @Nullable String ownerOf(Path root) {
    try {
      var owner = Files.readString(root.resolve(LOCK), StandardCharsets.UTF_8).strip();
      return owner.isEmpty() ? null : owner;
    } catch (IOException _) {
      return null;
    }
  }

  private static Obstacle diskFull(Path root, long free) {
    return new Obstacle(
        Obstacle.Code.DISK_FULL,
        "ディスクの空きが足りません: "
            + root
            + " に "
            + free / (1024 * 1024)
            + " MB しかありません("
            + LEAST_FREE_BYTES / (1024 * 1024)
            + " MB 以上必要です)。空きを作るか、--data で別の場所を指定してください。");
  }

  private static Obstacle unusable(Path root) {
    return new Obstacle(
        Obstacle.Code.DATA_UNUSABLE,
        "データフォルダー " + root + " に書き込めません。権限を確かめるか、--data で別の場所を指定してください。");
  }

  /** Whether no network has run here yet. */
  public boolean isNew() {
    return !Files.exists(broker());
  }

  /** The folder itself. */
  public Path root() {
    return root;
  }

  /** The broker's log segments. */
  public Path broker() {
    return root.resolve("broker");
  }

  /** The database's files: each agency's own record. */
  public Path database() {
    return root.resolve("postgresql");
  }

  /** Local state of the stream applications; can be rebuilt from the broker. */
  public Path streams() {
    return root.resolve("streams");
  }

  /** What the statistics keep; deleted while they do not run, it is restored from its changelog. */
  public Path statistics() {
    return streams().resolve("stream-stats");
  }

  /** The connector's own keys. */
  public Path connector() {
    return root.resolve("connector");
  }

  /** The exchange folders of the agencies, one each. */
  public Path exchange() {
    return root.resolve("folders");
  }

  /** The log files. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** How far the clock was put forward. */
  public Path clockOffset() {
    return root.resolve("clock-offset");
  }

  /** The description of the city that the gateway reads. */
  public Path city() {
    return root.resolve("network.yaml");
  }

  /**
   * Refuses a folder whose records this program cannot read; ask after it was emptied, if it was.
   */
  private Optional<Obstacle> formatIsOther() {
    try {
      var there = Files.readString(root.resolve(FORMAT_FILE), StandardCharsets.UTF_8).strip();
      return there.equals(FORMAT) ? Optional.empty() : Optional.of(anotherFormat());
    } catch (IOException _) {
      return Optional.of(anotherFormat());
    }
  }

  private Obstacle anotherFormat() {
    return new Obstacle(
        Obstacle.Code.ANOTHER_FORMAT,
        "データフォルダー "
            + root
            + " は別の版のつなぐの形式で書かれているため、この版では読めません。その版で続けるか、"
            + "--data で別のフォルダーを指定するか、--fresh で空にしてください。");
  }

  /**
   * Makes the folder that city's, unless it is another one's already: its records would be in the
   * wrong network. A folder in another format is left as it is.
   *
   * @param name one of {@link SampleCity#NAMES}; none leaves the folder as it is, and a new one to
   *     the usual city
   */
  public Optional<Obstacle> settle(@Nullable String name) {
    var otherFormat = formatIsOther();
    if (otherFormat.isPresent()) {
      return otherFormat;
    }
    SampleCity.writeUnlessThere(name == null ? SampleCity.USUAL : name, city());
    var there = City.read(city()).network().value();
    return name == null || there.equals(name)
        ? Optional.empty()
        : Optional.of(anotherCity(name, there));
  }

  private Obstacle anotherCity(String wanted, String there) {
    return new Obstacle(
        Obstacle.Code.ANOTHER_CITY,
        "データフォルダー "
            + root
            + " は市 "
            + there
            + " のものなので、"
            + wanted
            + " では使えません。--city を外して "
            + there
            + " を続けるか、--data で別のフォルダーを指定するか、--fresh で空にしてください。");
  }

  /** Deletes what a run keeps here except its log files, and nothing else in the folder. */
  public void empty() {
    EmbeddedDatabase.stopLeftover(database());
    for (var kept :
        List.of(broker(), database(), streams(), connector(), exchange(), clockOffset(), city())) {
      delete(kept);
    }
    try {
      markFormat();
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot write to " + root, exception);
    }
  }

  private static void delete(Path kept) {
    if (!Files.exists(kept)) {
      return;
    }
    try (var files = Files.walk(kept)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot delete " + kept, exception);
    }
  }

  /** Gives the folder up; its content stays. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot give up " + root, exception);
    }
  }
}
