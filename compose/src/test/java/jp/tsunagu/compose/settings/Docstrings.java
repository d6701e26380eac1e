package jp.tsunagu.compose.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the docstring of a record says of its components. */
final class Docstrings {
  private static final List<Path> SOURCES =
      List.of(
          Path.of("../schemas/contract/src/main/java"),
          Path.of("../schemas/runtime/src/main/java"),
          Path.of("../referral-gateway/src/main/java"),
          Path.of("../agency-connector/src/main/java"),
          Path.of("../meeting-scheduler/src/main/java"),
          Path.of("../stream-stats/src/main/java"));

  private static final Pattern PARAMETER =
      Pattern.compile("@param (\\w+) (.*?)(?=@param |@throws |$)", Pattern.DOTALL);

  private static final Pattern INLINE =
      Pattern.compile("\\{@(?:code|link|literal)\\s+(?:[\\w.]*#)?([^}]*)}");

  private Docstrings() {}

  /** By name of the component; what has no sentence of its own is not among them. */
  static Map<String, String> of(Class<?> type) {
    Pattern comment =
        Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*|public |private |static )*"
                + ("record " + type.getSimpleName() + "\\("),
            Pattern.DOTALL);
    Optional<MatchResult> found = comment.matcher(source(type)).results().findFirst();
    return found.map(result -> parameters(result.group(1))).orElse(Map.of());
  }

  private static Map<String, String> parameters(String comment) {
    String text = comment.replaceAll("(?m)^\\s*\\* ?", "").replaceAll("\\s+", " ").strip();
    return PARAMETER
        .matcher(text)
        .results()
        .collect(Collectors.toMap(found -> found.group(1), found -> markdown(found.group(2))));
  }

  private static String markdown(String text) {
    return INLINE.matcher(text.strip()).replaceAll("`$1`");
  }

  /** Whether its source is a service's, and not one of the tests on the same class path. */
  static boolean isOfAProgram(Class<?> type) {
    return files(type).findFirst().isPresent();
  }

  private static Stream<Path> files(Class<?> type) {
    String file = type.getNestHost().getName().replace('.', '/') + ".java";
    return SOURCES.stream().map(folder -> folder.resolve(file)).filter(Files::exists);
  }

  private static String source(Class<?> type) {
    return files(type)
        .findFirst()
        .map(Docstrings::read)
        .orElseThrow(() -> new IllegalStateException("no source of " + type));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
