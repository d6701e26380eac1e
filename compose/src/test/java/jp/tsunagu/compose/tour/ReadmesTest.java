package jp.tsunagu.compose.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who reads the READMEs is led somewhere, in reasonable time. */
class ReadmesTest {
  private static final Path ROOT = Path.of("..");
  private static final int MOST_LINES = 200;
  private static final long MOST_BYTES = 60_000;
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(#[^)]*)?\\)");
  private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)");
  private static final Pattern HEADING =
      Pattern.compile("^#+ (.+)$", Pattern.MULTILINE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern NOT_IN_ANCHORS =
      Pattern.compile("[^\\w -]", Pattern.UNICODE_CHARACTER_CLASS);

  static Stream<Path> readmes() {
    return Stream.of(
            "",
            "compose",
            "referral-gateway",
            "agency-connector",
            "meeting-scheduler",
            "stream-stats",
            "schemas",
            "schemas/runtime",
            "schemas/decisions")
        .map(folder -> ROOT.resolve(folder).resolve("README.md"));
  }

  @Test
  void the_first_one_can_be_read_in_one_go() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(MOST_LINES);
  }

  @ParameterizedTest
  @MethodSource("readmes")
  void every_link_leads_to_a_file_and_a_heading_that_are_there(Path readme) throws IOException {
    assertThat(LINK.matcher(Files.readString(readme)).results())
        .allSatisfy(link -> assertThat(isThere(readme, link)).as(link.group()).isTrue());
  }

  @Test
  void its_pictures_are_small() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    assertThat(PICTURE.matcher(readme).results().map(picture -> picture.group(1)))
        .isNotEmpty()
        .allSatisfy(
            picture ->
                assertThat(Files.size(ROOT.resolve(picture))).isLessThanOrEqualTo(MOST_BYTES));
  }

  private static boolean isThere(Path readme, MatchResult link) throws IOException {
    Path target =
        link.group(1).isEmpty() ? readme : readme.resolveSibling(link.group(1)).normalize();
    String heading = link.group(2);
    return Files.exists(target) && (heading == null || anchors(target).anyMatch(heading::equals));
  }

  private static Stream<String> anchors(Path file) throws IOException {
    return HEADING
        .matcher(Files.readString(file))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(text -> "#" + NOT_IN_ANCHORS.matcher(text).replaceAll("").replace(' ', '-'));
  }
}
