package jp.tsunagu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every promise names a test that exists. */
class GuaranteesTest {

  private static final Pattern TEST_NAME = Pattern.compile("`(\\w+Test)`");

  @Test
  void the_tests_named_behind_the_promises_exist() throws IOException {
    Set<String> named =
        TEST_NAME
            .matcher(Files.readString(Path.of("../GUARANTEES.md")))
            .results()
            .map(MatchResult::group)
            .map(name -> name.replace("`", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isNotEmpty();
    assertThat(testsOfTheProject()).containsAll(named);
  }

  private static Set<String> testsOfTheProject() throws IOException {
    try (Stream<Path> files = Files.find(Path.of("../.."), 20, (file, _) -> isTest(file))) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .collect(Collectors.toSet());
    }
  }

  private static boolean isTest(Path file) {
    return file.toString().contains("src/test/java") && file.toString().endsWith("Test.java");
  }
}
