package jp.tsunagu.compose.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM beside this one, with the same class path; whoever starts it ends it. */
public final class ChildJvm {
  private ChildJvm() {}

  /**
   * How it is started; what it says of itself goes to {@code errors.txt} beside its log files.
   *
   * @param logs made if it is not there; also its one argument
   * @param options of the JVM
   */
  public static ProcessBuilder of(Class<?> main, Path logs, String... options) throws IOException {
    Files.createDirectories(logs);
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path", ""),
            main.getName(),
            logs.toString()));
    return new ProcessBuilder(command).redirectError(errors(logs).toFile());
  }

  /** Where it tells its last words. */
  public static Path errors(Path logs) {
    return logs.resolve("errors.txt");
  }
}
