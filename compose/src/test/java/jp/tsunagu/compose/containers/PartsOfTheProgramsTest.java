package jp.tsunagu.compose.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A city that learns of a hole in a library finds by the programs themselves whether it has it. */
class PartsOfTheProgramsTest {
  private static final Logger log = LoggerFactory.getLogger(PartsOfTheProgramsTest.class);
  private static final String LIBRARIES = "BOOT-INF/lib/";

  /** Comes from the plugin that makes the jar, in the version of Spring Boot itself. */
  private static final String UNPACKS_THE_JAR = "spring-boot-jarmode-tools-";

  private static final String LIST = "META-INF/sbom/application.cdx.json";

  @BeforeEach
  void the_list_is_written_online() {
    boolean offline = "offline=true".equals(System.getProperty("build.mode"));
    if (offline) {
      log.warn("BUILT OFFLINE, WHERE NO LIST OF PARTS IS WRITTEN: NOTHING IS COMPARED");
    }
    assumeFalse(offline, "no list of parts is written offline");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "referral-gateway",
        "agency-connector",
        "meeting-scheduler",
        "stream-stats",
        "compose"
      })
  void every_library_of_a_program_stands_in_its_list_of_parts(String program) throws IOException {
    try (var jar = new JarFile(jarOf(program).toFile())) {
      var libraries =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
              .map(name -> name.substring(LIBRARIES.length()))
              .filter(name -> !name.startsWith(UNPACKS_THE_JAR))
              .toList();
      assertThat(libraries).isNotEmpty();
      assertThat(listed(jar)).containsAll(libraries);
    }
  }

  private static Set<String> listed(JarFile jar) throws IOException {
    try (var list = jar.getInputStream(jar.getJarEntry(LIST))) {
      var components = JsonMapper.shared().readTree(list).path("components");
      return StreamSupport.stream(components.spliterator(), false)
          .map(PartsOfTheProgramsTest::file)
          .collect(Collectors.toSet());
    }
  }

  /** As Maven calls the file: name, version and, where it has one, what tells it from others. */
  private static String file(JsonNode component) {
    var url = component.path("purl").asString("");
    var classifier =
        Stream.of(url.substring(url.indexOf('?') + 1).split("&", -1))
            .filter(qualifier -> qualifier.startsWith("classifier="))
            .map(qualifier -> "-" + qualifier.substring("classifier=".length()))
            .collect(Collectors.joining());
    return "%s-%s%s.jar"
        .formatted(
            component.path("name").asString(""),
            component.path("version").asString(""),
            classifier);
  }

  private static Path jarOf(String program) throws IOException {
    try (Stream<Path> found = Files.list(Path.of("..", program, "target", "image"))) {
      List<Path> jars = found.filter(file -> file.toString().endsWith("-exec.jar")).toList();
      assertThat(jars).as(program).hasSize(1);
      return jars.getFirst();
    }
  }
}
