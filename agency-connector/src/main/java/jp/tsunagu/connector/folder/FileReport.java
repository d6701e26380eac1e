package jp.tsunagu.connector.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.runtime.form.CsvProblem;

/**
 * Why a file was rejected, for its system (JSON) and for its people (text). It stays in the
 * agency's own folder.
 *
 * @param at when
 * @param errors everything that has to be corrected
 */
record FileReport(String file, Instant at, List<Line> errors) {

  private static final String JSON = ".report.json";
  private static final String TEXT = ".report.txt";

  FileReport {
    errors = List.copyOf(errors);
  }

  /**
   * One thing to correct.
   *
   * @param line from 1; 0 for the file as a whole
   * @param column heading or field; may be empty
   */
  record Line(long line, String column, String problem, String fix) {

    static Line of(CsvProblem problem) {
      return new Line(problem.line(), problem.column(), problem.problem(), problem.fix());
    }

    static Line ofFile(String problem, String fix) {
      return new Line(0, "", problem, fix);
    }

    private String text() {
      String place = (line > 0 ? line + "行目 " : "") + (column.isEmpty() ? "" : column + ": ");
      return place + problem + " → " + fix;
    }
  }

  /** Writes it into this folder, for systems and for people. */
  void write(Path folder) throws IOException {
    AtomicFiles.write(folder.resolve(file + JSON), json());
    AtomicFiles.write(folder.resolve(file + TEXT), text());
  }

  /** Whether this file was reported there before. */
  static boolean isThere(Path folder, String file) {
    return Files.exists(folder.resolve(file + JSON)) || Files.exists(folder.resolve(file + TEXT));
  }

  byte[] json() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("file", file);
    members.put("at", at);
    members.put("taken", false);
    members.put("errors", errors);
    return ViewJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(members);
  }

  /** With BOM, so that an editor on Windows reads it. */
  byte[] text() {
    StringBuilder text = new StringBuilder("\uFEFF");
    text.append(file).append(" は受け取れませんでした。何も登録されていません。\r\n\r\n");
    errors.forEach(line -> text.append(line.text()).append("\r\n"));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
