package jp.tsunagu.compose.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of a data folder belongs into the backup of the centre, in the order in which it is copied
 * and restored. Passwords between the parts are made anew by a restoration; local state and
 * programs follow from the rest; what lies in an exchange folder is the agency's own.
 */
final class CentreParts {
  static final String FOLDER = "centre";
  static final String AGENCIES = "agencies";
  static final String KEYS = "connector";

  private static final List<String> NAMES =
      List.of(
          "tsunagu.format",
          "network.yaml",
          "clock-offset",
          "login",
          "scheduler",
          "enrolment",
          "broker");

  private CentreParts() {}

  /** Below this folder; not all are in each. */
  static List<Path> of(Path folder) {
    return Stream.of(NAMES.toArray(String[]::new)).map(folder::resolve).toList();
  }
}
