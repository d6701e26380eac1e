package jp.tsunagu.compose.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of "The way to the broker": for each topic, what each kind of user may do with it. */
record RightsTable(Map<String, Map<String, String>> cells) {
  private static final Path README = Path.of("..", "schemas", "runtime", "README.md");

  static RightsTable read() throws IOException {
    var lines = Files.readAllLines(README);
    var start = lines.indexOf(heading(lines));
    var kinds = columns(lines.get(start));
    var cells = new LinkedHashMap<String, Map<String, String>>();
    lines.stream()
        .skip(start + 2L)
        .takeWhile(line -> line.startsWith("| `"))
        .map(RightsTable::columns)
        .forEach(
            row -> {
              var ofTopic = new LinkedHashMap<String, String>();
              for (var column = 1; column < row.size(); column++) {
                ofTopic.put(kinds.get(column), row.get(column));
              }
              cells.put(row.getFirst().replaceAll(".*`(.*)`.*", "$1"), ofTopic);
            });
    return new RightsTable(cells);
  }

  private static String heading(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("| topic | agency |"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> columns(String line) {
    return Arrays.stream(line.split("\\|", -1))
        .map(String::strip)
        .filter(column -> !column.isEmpty())
        .toList();
  }
}
