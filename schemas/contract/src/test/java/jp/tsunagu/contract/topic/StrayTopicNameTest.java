package jp.tsunagu.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Topic names are spelt in the catalogue alone. */
class StrayTopicNameTest {
  private static final Pattern TOPIC_NAME =
      Pattern.compile(
          "\"[^\"\n]*(outbox|inbox|events|state|directory|dlq|commands|stats\\.[a-z%-]+)\\.v\\d");
  private static final Path CATALOGUE =
      Path.of("schemas/contract/src/main/java/jp/tsunagu/contract/topic/Topics.java");

  @Test
  void no_other_main_source_of_the_project_spells_a_topic_name() throws IOException {
    Path project = Path.of("../..").toRealPath();
    try (Stream<Path> sources = mainSources(project)) {
      List<Path> found =
          sources
              .filter(file -> TOPIC_NAME.matcher(read(file)).find())
              .map(project::relativize)
              .toList();
      assertThat(found).containsExactly(CATALOGUE);
    }
  }

  private static Stream<Path> mainSources(Path project) throws IOException {
    return Stream.of(project, project.resolve("schemas"))
        .flatMap(StrayTopicNameTest::list)
        .map(module -> module.resolve("src/main/java"))
        .filter(Files::isDirectory)
        .flatMap(StrayTopicNameTest::walk)
        .filter(file -> file.toString().endsWith(".java"));
  }

  private static Stream<Path> list(Path folder) {
    try {
      return Files.list(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> walk(Path folder) {
    try {
      return Files.walk(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
