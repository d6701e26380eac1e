package jp.tsunagu.compose.run;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jp.tsunagu.contract.testing.OwnJvm;

/** A main class of the product in a process of its own, as a person starts it. */
public record ServiceProcess(Process process, Path output) implements AutoCloseable {

  /**
   * Starts it without a word of the tests on its class path.
   *
   * @param folder where it works
   * @param output what it prints goes here
   */
  public static ServiceProcess start(
      Class<?> main, Path folder, Path output, List<String> arguments) throws IOException {
    return start(main, productClassPath(), folder, output, arguments);
  }

  private static ServiceProcess start(
      Class<?> main, String classPath, Path folder, Path output, List<String> arguments)
      throws IOException {
    var command = new ArrayList<>(OwnJvm.command("1g"));
    command.addAll(
        List.of("-Djava.io.tmpdir=" + temporary(output), "-cp", classPath, main.getName()));
    command.addAll(arguments);
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new ServiceProcess(process, output);
  }

  private static Path temporary(Path output) throws IOException {
    return Files.createDirectories(output.resolveSibling("temporary").toAbsolutePath());
  }

  /** Starts a service as it stands alone, with its settings in a file of its own folder. */
  static ServiceProcess start(SpringService service, Path folder, String... arguments)
      throws IOException {
    Files.createDirectories(folder);
    var settings = new Properties();
    service.properties().forEach((name, value) -> settings.setProperty(name, value.toString()));
    settings.setProperty("server.address", "127.0.0.1");
    settings.setProperty("server.port", Integer.toString(service.port()));
    try (var file = Files.newBufferedWriter(folder.resolve(service.name() + ".properties"))) {
      settings.store(file, null);
    }
    return start(
        service.application(),
        without(productClassPath(), "compose/target/classes"),
        folder,
        folder.resolve("output.txt"),
        List.of(arguments));
  }

  /** Without test classes, whose logging configuration would take the place of the product's. */
  private static String productClassPath() {
    return without(System.getProperty("java.class.path", ""), "/target/test-classes", "-tests.jar");
  }

  private static String without(String classPath, String... endings) {
    return Arrays.stream(classPath.split(File.pathSeparator, -1))
        .filter(entry -> Arrays.stream(endings).noneMatch(entry::endsWith))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** What it printed so far. */
  public String printed() throws IOException {
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  /** Whether it ended within this time. */
  public boolean endsWithin(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What it ended with. */
  public int exitValue() {
    return process.exitValue();
  }

  /** Asks it to stop (SIGTERM). */
  public void terminate() {
    process.destroy();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
