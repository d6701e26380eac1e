package jp.tsunagu.compose.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jp.tsunagu.compose.run.DataFolder;
import jp.tsunagu.compose.run.TestFolders;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the data of one replay, played once for all of them as a person starts it. */
final class Replayed implements ParameterResolver {
  /** Why one class at a time reads the folder or starts a process on it, and no other test runs. */
  static final String ALONE = "the log of a first load is quiet where the machine is not too busy";

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(Replayed.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Replay.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Replay.class, _ -> Replay.play(), Replay.class);
  }

  /**
   * A replay that is over.
   *
   * @param data its folder, which one process at a time can be started on
   * @param printed what the person at the console read
   */
  record Replay(Path data, String printed, int exitCode) implements AutoCloseable {

    private static Replay play() {
      try {
        var parent = Files.createDirectories(Path.of("target", "networks"));
        var folder = Files.createTempDirectory(parent, "replay-");
        var data = folder.resolve("data");
        TestFolders.claimed(data).close();
        try (var process = OwnProcess.start(data, folder.resolve("output.txt"), "--replay")) {
          if (!process.endsWithin(PATIENCE)) {
            throw new IllegalStateException("the replay did not end: " + process.printed());
          }
          return new Replay(data, process.printed(), process.exitValue());
        }
      } catch (IOException exception) {
        throw new UncheckedIOException(exception);
      } catch (InterruptedException exception) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted during the replay", exception);
      }
    }

    /** The log files stay. */
    @Override
    public void close() {
      if (DataFolder.claim(data) instanceof DataFolder.Claim.Claimed(DataFolder folder)) {
        folder.empty();
        folder.close();
      }
    }
  }
}
