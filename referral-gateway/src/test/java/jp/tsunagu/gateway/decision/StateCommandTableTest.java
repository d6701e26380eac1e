package jp.tsunagu.gateway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.topic.SealedRecords;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StateCommandTableTest {

  @Test
  void every_situation_with_every_command_is_decided_as_the_checked_in_table_says()
      throws IOException {
    assertThat(StateCommandTable.asTabSeparated())
        .as("run %s after a wanted change", StateCommandTableWriter.class.getName())
        .isEqualTo(read(StateCommandTableWriter.TAB_SEPARATED));
  }

  @Test
  void the_table_for_people_says_the_same() throws IOException {
    assertThat(StateCommandTable.asMarkdown()).isEqualTo(read(StateCommandTableWriter.MARKDOWN));
  }

  @Test
  void no_command_is_missing_among_the_columns() {
    Set<String> columns =
        Column.ALL.stream()
            .map(column -> column.name().replaceAll("\\(.*", ""))
            .collect(Collectors.toSet());
    assertThat(columns).isEqualTo(commandNames());
  }

  /** A whole sheet is what its steps are, and possible where a reception is. */
  private static Set<String> commandNames() {
    return SealedRecords.of(CaseCommand.class).stream()
        .filter(type -> type != ReceiveSheet.class)
        .map(Class::getSimpleName)
        .collect(Collectors.toSet());
  }

  private static String read(Path path) throws IOException {
    return Files.readString(path);
  }
}
