package jp.tsunagu.gateway.decision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes both forms of the (state × command) table; run it from the module's folder. */
final class StateCommandTableWriter {
  static final Path TAB_SEPARATED = Path.of("src/test/resources/state-command-table.tsv");
  static final Path MARKDOWN = Path.of("../schemas/state-command-table.md");

  private StateCommandTableWriter() {}

  public static void main(String[] arguments) throws IOException {
    Files.writeString(TAB_SEPARATED, StateCommandTable.asTabSeparated());
    Files.writeString(MARKDOWN, StateCommandTable.asMarkdown());
  }
}
