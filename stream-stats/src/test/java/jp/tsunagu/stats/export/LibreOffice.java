package jp.tsunagu.stats.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * LibreOffice as a person's spreadsheet program: opens files and tells what stands in each cell.
 *
 * @param program where it is installed
 * @param folder for its user profile and what it writes
 */
record LibreOffice(Path program, Path folder) {

  /** What it calls comma-separated text with double quotes in these charsets. */
  static final String CSV_UTF_8 = "Text - txt - csv (StarCalc):44,34,76,1";

  static final String CSV_WINDOWS_31J = "Text - txt - csv (StarCalc):44,34,60,1";

  private static final String CSV_AS_STORED =
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false";
  private static final long LIMIT_IN_MINUTES = 3;

  static Optional<Path> installed() {
    return Stream.of(
            "/usr/bin/soffice",
            "/usr/bin/libreoffice",
            "/usr/local/bin/soffice",
            "/opt/libreoffice/program/soffice",
            "/Applications/LibreOffice.app/Contents/MacOS/soffice")
        .map(Path::of)
        .filter(Files::isExecutable)
        .filter(LibreOffice::answers)
        .findFirst();
  }

  /** Half an installation is none. */
  private static boolean answers(Path program) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException broken) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Opens all of them in one run. */
  void open(List<Path> files, Optional<String> readAs) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(files, readAs))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("soffice.log").toFile())
            .start();
    try {
      if (!process.waitFor(LIMIT_IN_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new AssertionError(
            "LibreOffice did not convert: " + Files.readString(folder.resolve("soffice.log")));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** The cells it saw in a file that it opened; numbers as they are stored, not as shown. */
  List<List<String>> cells(Path file) throws IOException {
    String name = file.getFileName().toString().replaceAll("\\.\\w+$", ".csv");
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().ofCsvRecord(folder.resolve("seen").resolve(name), UTF_8)) {
      return csv.stream().map(CsvRecord::getFields).toList();
    }
  }

  private List<String> command(List<Path> files, Optional<String> readAs) {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--norestore",
                "--nolockcheck"));
    readAs.ifPresent(filter -> command.add("--infilter=" + filter));
    command.addAll(List.of("--convert-to", CSV_AS_STORED));
    command.addAll(List.of("--outdir", folder.resolve("seen").toString()));
    files.forEach(file -> command.add(file.toString()));
    return command;
  }
}
