package jp.tsunagu.compose.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Docker Compose as it is installed here: part of the docker command, or the older program. */
record ComposeCommand(List<String> words) {
  private static final List<ComposeCommand> KNOWN =
      List.of(
          new ComposeCommand(List.of("docker", "compose")),
          new ComposeCommand(List.of("docker-compose")));

  static Optional<ComposeCommand> installed() {
    return KNOWN.stream().filter(ComposeCommand::answers).findFirst();
  }

  private boolean answers() {
    try {
      return run(List.of("version"), Map.of(), 1).code() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  /** How it ended, and what it printed. */
  record Ended(int code, String printed) {}

  /** Runs it to its end, with these variables over those of this process. */
  Ended run(List<String> arguments, Map<String, String> variables, int minutes) throws IOException {
    var command = Stream.concat(words.stream(), arguments.stream()).toList();
    var printed = Files.createTempFile(Path.of("target"), "compose", ".txt");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
    builder.environment().putAll(variables);
    var process = builder.start();
    if (!endsWithin(minutes, process)) {
      process.destroyForcibly();
      throw new AssertionError(command + " did not end: " + Files.readString(printed));
    }
    return new Ended(process.exitValue(), Files.readString(printed));
  }

  private static boolean endsWithin(int minutes, Process process) {
    try {
      return process.waitFor(minutes, TimeUnit.MINUTES);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
