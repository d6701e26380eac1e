package jp.tsunagu.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of README.md say what the catalogue says. */
class ReadmeTest {
  private static final Path README = Path.of("../README.md");
  private static final String NOTHING = "–";

  @Test
  void the_table_of_topics_is_the_catalogue() throws IOException {
    assertThat(rows("| `<network>"))
        .containsExactlyInAnyOrderElementsOf(
            CatalogueTopics.all().stream().map(ReadmeTest::row).toList());
  }

  @Test
  void the_tables_of_records_name_every_record_that_travels() throws IOException {
    List<String> named = rows("| `").stream().map(row -> row.split("`", -1)[1]).toList();
    assertThat(named)
        .containsAll(
            CatalogueTopics.all().stream()
                .flatMap(topic -> topic.carries().stream())
                .map(Class::getSimpleName)
                .toList());
  }

  private static List<String> rows(String start) throws IOException {
    try (Stream<String> lines = Files.lines(README)) {
      return lines.filter(line -> line.startsWith(start)).toList();
    }
  }

  private static String row(Topic topic) {
    return Stream.of(
            "`" + CatalogueTopics.name(topic, "<", ">") + "`",
            topic.keyedBy().label(),
            joined(topic.carries().stream().map(CatalogueTopics::typeOf).distinct().toList()),
            topic.parties().writtenBy().label(),
            joined(topic.parties().readBy().stream().map(Party::label).sorted().toList()),
            topic.retention().label(),
            topic.personalData().label())
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String joined(Collection<String> texts) {
    return texts.isEmpty() ? NOTHING : String.join(", ", texts);
  }
}
