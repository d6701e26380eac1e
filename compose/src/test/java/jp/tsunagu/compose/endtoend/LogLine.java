package jp.tsunagu.compose.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of {@code logs/tsunagu.log}.
 *
 * @param logger as the log shortens it
 */
record LogLine(String level, String thread, String logger, String text) {

  private static final Pattern LINE =
      Pattern.compile("\\S+ +(TRACE|DEBUG|INFO|WARN|ERROR) +\\[(.*?)] (\\S+) - (.*)");

  /** The lines of this file; those of a stack trace belong to the one before. */
  static List<LogLine> of(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines
          .map(LINE::matcher)
          .filter(Matcher::matches)
          .map(line -> new LogLine(line.group(1), line.group(2), line.group(3), line.group(4)))
          .toList();
    }
  }

  /** Whether somebody should look. */
  boolean isTrouble() {
    return level.equals("WARN") || level.equals("ERROR");
  }
}
