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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.database.EmbeddedDatabase;
import jp.tsunagu.compose.disk.FolderTree;
import jp.tsunagu.runtime.file.OwnerOnly;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything a run keeps, owned by one process at a time through a locked
 * file; the system gives the lock up when the process dies.
 */
public final class DataFolder implements AutoCloseable {
  /** Less than this free, and nothing is started: the broker stops hard on a full disk. */
  static final long LEAST_FREE_BYTES = 500L * 1024 * 1024;

  private static final String LOCK = "tsunagu.lock";

  private static final String LOGS = "logs";
  private static final String BROKER = "broker";
  private static final String DATABASE = "postgresql";
  private static final String PROGRAMS = "programs";
  private static final String SECRETS = "secrets";
  private static final String CLIENTS = "clients";
  private static final String LOGIN = "login";
  private static final String TEMPORARY = "temporary";
  private static final String STREAMS = "streams";
  private static final String CONNECTOR = "connector";
  private static final String SCHEDULER = "scheduler";
  private static final String ENROLMENT = "enrolment";
  private static final String EXCHANGE = "folders";
  private static final String CLOCK_OFFSET = "clock-offset";
  private static final String CITY = "network.yaml";

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
      OwnerOnly.folder(root);
      var free = Files.getFileStore(root).getUsableSpace();
      if (free < LEAST_FREE_BYTES) {
        return new Claim.Refused(FolderObstacles.diskFull(root, free));
      }
      var obstacle = closed(root);
      return obstacle.isPresent() ? new Claim.Refused(obstacle.get()) : locked(root);
    } catch (IOException _) {
      return new Claim.Refused(FolderObstacles.unusable(root));
    }
  }

  /** Nobody but its owner may look into it; a folder with other people's things is left alone. */
  private static Optional<Obstacle> closed(Path root) throws IOException {
    if (!OwnerOnly.isOwn(root)) {
      return Optional.of(FolderObstacles.ofAnother(root));
    }
    if (!OwnerOnly.isOpen(root)) {
      return Optional.empty();
    }
    var ours = names(root);
    try (var there = Files.list(root)) {
      if (!there.allMatch(each -> ours.contains(each.getFileName().toString()))) {
        return Optional.of(FolderObstacles.open(root));
      }
    }
    OwnerOnly.close(root);
    return Optional.empty();
  }

  private static Set<String> names(Path root) {
    return Stream.concat(
            Stream.of(LOCK, FolderFormat.FILE, LOGS),
            parts(root).map(part -> part.getFileName().toString()))
        .collect(Collectors.toUnmodifiableSet());
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
      return new Claim.Refused(FolderObstacles.inUse(root));
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(ownProcess().getBytes(StandardCharsets.UTF_8)), 0);
    var folder = new DataFolder(root, channel);
    if (folder.isNew()) {
      FolderFormat.of(root).note();
    }
    return new Claim.Claimed(folder);
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

  static @Nullable String ownerOf(Path root) {
    try {
      var owner = Files.readString(root.resolve(LOCK), StandardCharsets.UTF_8).strip();
      return owner.isEmpty() ? null : owner;
    } catch (IOException _) {
      return null;
    }
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
    return root.resolve(BROKER);
  }

  /** The database's files: each agency's own record. */
  public Path database() {
    return root.resolve(DATABASE);
  }

  /** The database's program files, unpacked. */
  public Path programs() {
    return root.resolve(PROGRAMS);
  }

  /** The passwords of this run's own parts: nobody types them. */
  public Path secrets() {
    return root.resolve(SECRETS);
  }

  /** For programs beside this run: how they reach its broker, each with a login of its own. */
  public Path clients() {
    return root.resolve(CLIENTS);
  }

  /** Who can log in, and by which key the login's provider is known. */
  public Path login() {
    return root.resolve(LOGIN);
  }

  /** What is needed while a run lasts; emptied at each start. */
  public Path temporary() {
    return root.resolve(TEMPORARY);
  }

  /** Local state of the stream applications; can be rebuilt from the broker. */
  public Path streams() {
    return root.resolve(STREAMS);
  }

  /** What the statistics keep; deleted while they do not run, it is restored from its changelog. */
  public Path statistics() {
    return streams().resolve("stream-stats");
  }

  /** The connector's own keys. */
  public Path connector() {
    return root.resolve(CONNECTOR);
  }

  /** Who gave commands about meetings, under which name. */
  public Path scheduler() {
    return root.resolve(SCHEDULER);
  }

  /** The fingerprints of the agencies' signing keys, by which their connectors know one another. */
  public Path enrolment() {
    return root.resolve(ENROLMENT);
  }

  /** The exchange folders of the agencies, one each. */
  public Path exchange() {
    return root.resolve(EXCHANGE);
  }

  /** The log files. */
  public Path logs() {
    return root.resolve(LOGS);
  }

  /** How far the clock was put forward. */
  public Path clockOffset() {
    return root.resolve(CLOCK_OFFSET);
  }

  /** The description of the city that the gateway reads. */
  public Path city() {
    return root.resolve(CITY);
  }

  /**
   * Makes the folder that city's, unless it is another one's already: its records would be in the
   * wrong network. A folder in another format is left as it is.
   *
   * @param name one of {@link SampleCity#NAMES}; none leaves the folder as it is, and a new one to
   *     the usual city
   */
  public Optional<Obstacle> settle(@Nullable String name) {
    if (new Restoration(root).isUnfinished()) {
      return Optional.of(FolderObstacles.halfRestored(root));
    }
    if (!FolderFormat.of(root).isRead()) {
      return Optional.of(FolderObstacles.anotherFormat(root));
    }
    noteFormat();
    SampleCity.writeUnlessThere(name == null ? SampleCity.USUAL : name, city());
    var there = City.read(city()).network().value();
    return name == null || there.equals(name)
        ? Optional.empty()
        : Optional.of(FolderObstacles.anotherCity(root, name, there));
  }

  /** Deletes what a run keeps here except its log files, and nothing else in the folder. */
  public void empty() {
    EmbeddedDatabase.stopLeftover(database());
    parts(root).forEach(DataFolder::delete);
    noteFormat();
  }

  private void noteFormat() {
    try {
      FolderFormat.of(root).note();
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot write to " + root, exception);
    }
  }

  /** What a run keeps here, but for its log files. */
  private static Stream<Path> parts(Path root) {
    return Stream.of(
            BROKER,
            DATABASE,
            PROGRAMS,
            SECRETS,
            CLIENTS,
            LOGIN,
            TEMPORARY,
            STREAMS,
            CONNECTOR,
            SCHEDULER,
            ENROLMENT,
            EXCHANGE,
            CLOCK_OFFSET,
            CITY,
            Restoration.FILE)
        .map(root::resolve);
  }

  private static void delete(Path kept) {
    try {
      new FolderTree(kept).delete();
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
