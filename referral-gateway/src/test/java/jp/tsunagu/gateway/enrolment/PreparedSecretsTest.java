package jp.tsunagu.gateway.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a network in containers is given before its brokers run. */
class PreparedSecretsTest {
  private static final String CITY = "../compose/src/main/resources/cities/tachikawa/network.yaml";
  private static final List<String> PARTS =
      List.of("kafka-1", "kafka-2", "kafka-3", "gateway", "scheduler", "statistics", "hokatsu");

  @TempDir Path secrets;

  @Test
  void each_part_has_secrets_of_its_own_and_a_second_start_changes_nothing() throws Exception {
    assertThat(prepare(CITY)).isEmpty();
    var first = files();
    for (var part : PARTS) {
      var own = first.entrySet().stream().filter(file -> file.getKey().startsWith(part + "/"));
      assertThat(own.filter(file -> !file.getKey().endsWith("authority.pem")))
          .as(part)
          .isNotEmpty()
          .noneMatch(
              file ->
                  first.entrySet().stream()
                      .filter(other -> !other.getKey().startsWith(part + "/"))
                      .filter(other -> !other.getKey().endsWith("mechanism"))
                      .anyMatch(other -> other.getValue().equals(file.getValue())));
    }
    assertThat(first.get("gateway/spring.kafka.properties.sasl.jaas.config"))
        .contains("username=\"gateway\"");
    prepare(CITY);
    assertThat(files()).isEqualTo(first);
  }

  @Test
  void the_keys_of_the_centre_are_for_nobody_else() throws Exception {
    prepare(CITY);
    for (var file : List.of("authority/keys.p12", "administrator.pem", "logins.properties")) {
      var folder = Files.getPosixFilePermissions(secrets.resolve("centre"));
      assertThat(PosixFilePermissions.toString(folder)).isEqualTo("rwx------");
      assertThat(secrets.resolve("centre").resolve(file)).exists();
    }
  }

  @Test
  void a_first_start_that_was_cut_off_is_done_again() throws Exception {
    prepare(CITY);
    Files.delete(secrets.resolve("centre/centre.properties"));
    assertThat(prepare(CITY)).isEmpty();
    assertThat(secrets.resolve("centre/centre.properties")).exists();
    assertThat(files().get("kafka-1/authority.pem"))
        .isEqualTo(files().get("centre/authority.pem"))
        .isEqualTo(files().get("kafka-3/authority.pem"));
  }

  @Test
  void a_city_that_cannot_be_read_is_named() {
    assertThat(prepare("nowhere.yaml")).contains("nowhere.yaml");
    assertThat(secrets.resolve("kafka-1")).doesNotExist();
  }

  private String prepare(String city) {
    var printed = new ByteArrayOutputStream();
    new EnrolmentDesk(new PrintStream(printed, true, StandardCharsets.UTF_8), Clock.systemUTC())
        .run("prepare", "--network", city, "--centre", secrets.resolve("centre").toString());
    return printed.toString(StandardCharsets.UTF_8);
  }

  private Map<String, String> files() throws IOException {
    var all = new TreeMap<String, String>();
    try (Stream<Path> found = Files.walk(secrets)) {
      for (var file : found.filter(Files::isRegularFile).toList()) {
        var name = secrets.relativize(file).toString();
        all.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all;
  }
}
