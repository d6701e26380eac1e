package jp.tsunagu.compose.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.runtime.caller.PersonRole;
import jp.tsunagu.runtime.guide.Guide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a guide puts between 「 and 」 is what some page says, letter by letter. */
class GuidesQuoteThePagesTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern QUOTED = Pattern.compile("「([^」]+)」");

  /** The whole text of an element, or a whole string of a template, a script or a class. */
  private static final List<Pattern> WORDS =
      List.of(
          Pattern.compile(">([^<>]+)<"),
          Pattern.compile("'([^'\n]+)'"),
          Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\""));

  private static final Set<String> OF_PAGES = words();

  @ParameterizedTest
  @EnumSource(PersonRole.class)
  void every_label_in_a_guide_stands_on_a_page(PersonRole role) {
    assertThat(quoted(Guide.of(role))).hasSizeGreaterThan(5);
    assertThat(OF_PAGES).containsAll(quoted(Guide.of(role)));
  }

  @Test
  void every_label_of_the_paper_for_an_outage_stands_on_a_page() {
    assertThat(quoted(Guide.outage())).hasSizeGreaterThan(5);
    assertThat(OF_PAGES).containsAll(quoted(Guide.outage()));
  }

  private static Set<String> quoted(Guide guide) {
    return guide.sections().stream()
        .flatMap(section -> section.steps().stream())
        .flatMap(step -> QUOTED.matcher(step).results().map(found -> found.group(1)))
        .collect(Collectors.toSet());
  }

  @Test
  void a_label_that_is_nowhere_would_be_noticed() {
    assertThat(OF_PAGES).contains("開封して読む", "受理する").doesNotContain("開封して読");
  }

  private static Set<String> words() {
    try (Stream<Path> modules = Files.walk(ROOT, 2)) {
      return modules
          .map(module -> module.resolve("src/main"))
          .filter(Files::isDirectory)
          .flatMap(GuidesQuoteThePagesTest::files)
          .flatMap(GuidesQuoteThePagesTest::wordsOf)
          .collect(Collectors.toSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().matches(".*\\.(html|java|js)")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<String> wordsOf(Path file) {
    try {
      String text = Files.readString(file);
      return WORDS.stream()
          .flatMap(pattern -> pattern.matcher(text).results())
          .map(found -> found.group(1).strip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
