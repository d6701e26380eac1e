package jp.tsunagu.connector.file;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.dossier.FileId;
import jp.tsunagu.connector.dossier.FileNote;
import jp.tsunagu.connector.dossier.FileStore;
import jp.tsunagu.contract.id.AgencyId;
import org.springframework.stereotype.Component;

/** Where files are handed in and out: nothing is kept or given that was not cleaned. */
@Component
public final class FileDesk {

  /** So many files are cleaned at a time: each may need some ten times its size in memory. */
  private static final int AT_A_TIME = 2;

  /** So long somebody waits for a place; then she is told to try again. */
  private static final Duration PLACE = Duration.ofSeconds(30);

  private final Databases databases;
  private final FileStore files;
  private final CityCleaning before;
  private final CityCleaning after;
  private final int mostUnused;
  private final Clock clock;
  private final Semaphore places = new Semaphore(AT_A_TIME, true);

  FileDesk(Databases databases, FileStore files, FileProperties properties, Clock clock) {
    this.databases = databases;
    this.files = files;
    this.before = new CityCleaning(properties.beforeSealing(), properties.patience());
    this.after = new CityCleaning(properties.afterOpening(), properties.patience());
    this.mostUnused = properties.mostUnused();
    this.clock = clock;
  }

  /** What became of a file that was handed in. */
  public sealed interface HandedIn {

    /**
     * It is kept, clean.
     *
     * @param name as it is called from now on
     * @param bytes of the clean file
     */
    record Kept(FileId file, String name, FileType type, int bytes) implements HandedIn {

      @Override
      public String toString() {
        return "Kept[" + file + "]";
      }
    }

    /** It is not kept. */
    record Refused(FileFault fault) implements HandedIn {}
  }

  /** Takes a file: its kind is told by its content, its name only what it is called. */
  public HandedIn take(AgencyId agency, String name, byte[] content) {
    if (!hasPlace()) {
      return new HandedIn.Refused(FileFault.BUSY);
    }
    CleanFile.Outcome cleaned;
    try {
      cleaned = cleaned(content, before);
    } finally {
      places.release();
    }
    return switch (cleaned) {
      case CleanFile.Outcome.Refused(FileFault fault) -> new HandedIn.Refused(fault);
      case CleanFile.Outcome.Clean(FileType type, byte[] clean) -> {
        String called = FileNames.of(name, type);
        yield files
            .keep(
                databases.of(agency),
                new FileStore.HandedIn(called, type.mediaType(), clean),
                mostUnused,
                clock.instant())
            .<HandedIn>map(id -> new HandedIn.Kept(id, called, type, clean.length))
            .orElseGet(() -> new HandedIn.Refused(FileFault.TOO_MANY_UNUSED));
      }
    };
  }

  private boolean hasPlace() {
    try {
      return places.tryAcquire(PLACE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The city's program sees only what may be handed in; what it writes is cleaned once more. */
  private static CleanFile.Outcome cleaned(byte[] content, CityCleaning city) {
    return switch (CleanFile.of(content)) {
      case CleanFile.Outcome.Refused refused -> refused;
      case CleanFile.Outcome.Clean(FileType type, byte[] clean) ->
          switch (city.clean(type, clean)) {
            case CityCleaning.Outcome.Refused(FileFault fault) ->
                new CleanFile.Outcome.Refused(fault);
            case CityCleaning.Outcome.Cleaned(byte[] byCity) -> CleanFile.of(byCity);
          };
    };
  }

  /** What becomes of a file that is asked for. */
  public sealed interface HandedOut {

    /** Here it is. */
    record Given(String name, FileType type, byte[] content) implements HandedOut {

      @Override
      public String toString() {
        return "Given[" + type + "]";
      }
    }

    /** It is not given. */
    record Refused(FileFault fault) implements HandedOut {}
  }

  /** Gives a file that may be read; whoever asks has been let in and written down before. */
  public HandedOut give(AgencyId agency, FileId file, FileNote note) {
    byte[] content = files.open(databases.of(agency), file, note).orElse(new byte[0]);
    FileType type = FileType.of(content).orElse(null);
    if (type == null) {
      return new HandedOut.Refused(FileFault.BROKEN);
    }
    return switch (after.clean(type, content)) {
      case CityCleaning.Outcome.Refused(FileFault fault) -> new HandedOut.Refused(fault);
      case CityCleaning.Outcome.Cleaned(byte[] clean) ->
          FileType.of(clean)
              .<HandedOut>map(
                  told -> new HandedOut.Given(FileNames.of(note.name(), told), told, clean))
              .orElseGet(() -> new HandedOut.Refused(FileFault.NOT_CLEANED));
    };
  }
}
