package jp.tsunagu.compose.settings;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With {@code -Dsettings=write} the tables are written instead of compared. */
class SettingsInReadmeTest {
  private static final String WRITE = "settings";
  private static final Pattern READS =
      Pattern.compile("nvironment\\.getProperty\\(|@Value\\(|@ConditionalOnProperty\\(");
  private static final Pattern NAME =
      Pattern.compile("(?:\\$\\{|Property\\(\\s*\"| = \")(tsunagu\\.[a-z.-]+)");

  private static final SpringSettings SPRING = new SpringSettings();

  @ParameterizedTest
  @EnumSource
  void the_readme_of_each_service_tells_its_settings_as_the_code_has_them(Service service)
      throws IOException {
    String table = SettingsTable.of(service, SPRING);
    String readme = Files.readString(service.readme());
    if ("write".equals(System.getProperty(WRITE))) {
      Files.writeString(service.readme(), SettingsTable.replaced(readme, table));
      return;
    }
    assertThat(SettingsTable.in(readme))
        .as("run this test with -D%s=write after a wanted change", WRITE)
        .isEqualTo(table);
  }

  @ParameterizedTest
  @EnumSource
  void no_setting_is_read_by_name_that_the_table_does_not_tell(Service service) throws IOException {
    assertThat(names(service)).containsAll(readByName(service));
  }

  @ParameterizedTest
  @EnumSource
  void no_setting_is_told_twice(Service service) {
    List<String> names = service.settings(SPRING).stream().map(Setting::name).toList();
    assertThat(names).doesNotHaveDuplicates();
  }

  /** Mended at the record: a sentence for the parameter, {@code (e.g. {@code …})} within it. */
  @ParameterizedTest
  @EnumSource
  void every_setting_has_a_meaning_and_what_must_be_set_a_value_to_copy(Service service) {
    assertThat(service.settings(SPRING))
        .noneMatch(setting -> setting.meaning().isBlank())
        .noneMatch(
            setting -> setting.meaning().contains("must be set") && setting.example().isBlank());
  }

  private static Set<String> names(Service service) {
    return service.settings(SPRING).stream().map(Setting::name).collect(Collectors.toSet());
  }

  /** What a file names that asks for settings itself. */
  private static Set<String> readByName(Service service) throws IOException {
    try (Stream<Path> files = Files.walk(service.sources())) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(SettingsInReadmeTest::read)
          .filter(source -> READS.matcher(source).find())
          .flatMap(source -> NAME.matcher(source).results())
          .map(found -> found.group(1))
          .collect(Collectors.toSet());
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
