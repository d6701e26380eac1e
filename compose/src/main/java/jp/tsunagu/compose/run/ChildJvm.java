package jp.tsunagu.compose.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM beside this one; whoever starts it ends it. */
public final class ChildJvm {
  private ChildJvm() {}

  /** How it is started with this one's class path. */
  public static ProcessBuilder of(Class<?> main, Path logs, String... options) throws IOException {
    return of(ownClassPath(), main, logs, options);
  }

  /** The class path of this one. */
  static String ownClassPath() {
    return System.getProperty("java.class.path", "");
  }

  /**
   * How it is started; what it says of itself goes to {@code errors.txt} beside its log files.
   *
   * @param main is looked for on the class path by its name alone
   * @param logs made if it is not there; also its one argument
   * @param options of the JVM
   */
  static ProcessBuilder of(String classPath, Class<?> main, Path logs, String... options)
      throws IOException {
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
            classPath,
            main.getName(),
            logs.toString()));
    return new ProcessBuilder(command).redirectError(errors(logs).toFile());
  }

  /** Where it tells its last words. */
  public static Path errors(Path logs) {
    return logs.resolve("errors.txt");
  }
}
