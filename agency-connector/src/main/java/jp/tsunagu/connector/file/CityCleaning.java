package jp.tsunagu.connector.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.contract.dossier.FilePiece;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the city's own program for the clean file (無害化). */
final class CityCleaning {

  private static final Logger LOG = LoggerFactory.getLogger(CityCleaning.class);

  private final @Nullable Path program;
  private final Duration patience;

  /** With this program; where there is none, every file is clean as it is. */
  CityCleaning(@Nullable Path program, Duration patience) {
    this.program = program;
    this.patience = patience;
  }

  /** What became of it. */
  sealed interface Outcome {

    /** As the city's program gave it. */
    record Cleaned(byte[] content) implements Outcome {}

    /** It is not to be used. */
    record Refused(FileFault fault) implements Outcome {}
  }

  Outcome clean(FileType type, byte[] content) {
    if (program == null) {
      return new Outcome.Cleaned(content);
    }
    Process process;
    try {
      process =
          new ProcessBuilder(program.toString(), type.mediaType())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      LOG.warn("the program that cleans files does not start");
      return new Outcome.Refused(FileFault.CLEANING_AWAY);
    }
    CompletableFuture<Void> written =
        CompletableFuture.runAsync(() -> write(process, content), Thread::startVirtualThread);
    CompletableFuture<byte[]> read =
        CompletableFuture.supplyAsync(() -> read(process), Thread::startVirtualThread);
    return outcome(process, written, read);
  }

  private Outcome outcome(
      Process process, CompletableFuture<Void> written, CompletableFuture<byte[]> read) {
    try {
      byte[] clean = read.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      return ended && process.exitValue() == 0 && clean.length > 0
          ? new Outcome.Cleaned(clean)
          : new Outcome.Refused(FileFault.NOT_CLEANED);
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("the program that cleans files did not answer in time");
      return new Outcome.Refused(FileFault.CLEANING_AWAY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Refused(FileFault.CLEANING_AWAY);
    } finally {
      end(process);
      written.cancel(true);
    }
  }

  /** With what it began: a child of it would hold its output open. */
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** A program that does not want to read all of it is judged by what it answers. */
  private static void write(Process process, byte[] content) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(content);
    } catch (IOException stopped) {
      LOG.debug("the program that cleans files stopped reading");
    }
  }

  /** One byte more than a file may have shows that it is too large. */
  private static byte[] read(Process process) {
    try (InputStream out = process.getInputStream()) {
      return out.readNBytes(FilePiece.LARGEST_FILE + 1);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
