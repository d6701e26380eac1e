package jp.tsunagu.gateway.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a network in containers is given before its brokers run. */
@Order(3)
class PreparedSecretsTest {
  private static final String CITY = "../compose/src/main/resources/cities/tachikawa/network.yaml";
  private static final List<String> PARTS =
      List.of("kafka-1", "kafka-2", "kafka-3", "gateway", "scheduler", "statistics", "hokatsu");

  /** As a first start leaves it: it makes some twenty keys, so the tests share one. */
  @TempDir static Path once;

  private static String said = "";

  @TempDir Path secrets;

  private Clock clock = Clock.systemUTC();

  @BeforeAll
  static void is_prepared_once() {
    said = prepare(once, Clock.systemUTC(), CITY);
  }

  /** After a first start of its own. */
  private void prepared() throws IOException {
    try (Stream<Path> found = Files.walk(once)) {
      for (var from : found.toList()) {
        var to = secrets.resolve(once.relativize(from).toString());
        if (!Files.exists(to)) {
          Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  @Test
  void each_part_has_secrets_of_its_own_and_a_second_start_changes_nothing() throws Exception {
    assertThat(said).isEmpty();
    prepared();
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
                      .filter(other -> !other.getKey().startsWith("login/client."))
                      .anyMatch(other -> other.getValue().equals(file.getValue())));
    }
    assertThat(first.get("gateway/spring.kafka.properties.sasl.jaas.config"))
        .contains("username=\"gateway\"");
    prepare(CITY);
    assertThat(files()).isEqualTo(first);
  }

  @Test
  void each_part_has_a_certificate_for_its_pages_which_is_made_anew_before_it_ends()
      throws Exception {
    prepared();
    var first = files();
    var gateway = WebIdentities.certificate(first.getOrDefault("gateway/web.pem", ""));
    gateway.verify(
        WebIdentities.certificate(first.getOrDefault("centre/authority.pem", "")).getPublicKey());
    assertThat(gateway.getSubjectAlternativeNames().toString())
        .contains("gateway-2", "localhost", "127.0.0.1")
        .doesNotContain("hokatsu");
    assertThat(first.get("gateway/tsunagu.login.client-secret"))
        .isEqualTo(first.get("login/client.gateway"))
        .isNotEqualTo(first.get("hokatsu/tsunagu.login.client-secret"));
    later(Duration.ofDays(WebIdentities.DAYS - 61));
    assertThat(prepare(CITY)).isEmpty();
    assertThat(files()).isEqualTo(first);
    later(Duration.ofDays(2));
    assertThat(prepare(CITY)).isEmpty();
    assertThat(files().get("hokatsu/web.pem")).isNotEqualTo(first.get("hokatsu/web.pem"));
    assertThat(files().get("hokatsu/authority.pem")).isEqualTo(first.get("hokatsu/authority.pem"));
  }

  @Test
  void another_host_name_stands_in_a_new_one() throws Exception {
    prepared();
    prepare(CITY, "--host", "renkei.city.example.jp");
    var named = files().getOrDefault("login/web.pem", "");
    assertThat(WebIdentities.certificate(named).getSubjectAlternativeNames().toString())
        .contains("renkei.city.example.jp");
    assertThat(prepare(CITY, "--host", "not a name")).contains("--host");
  }

  @Test
  void the_keys_of_the_centre_are_for_nobody_else() throws Exception {
    prepared();
    for (var file : List.of("authority/keys.p12", "administrator.pem", "logins.properties")) {
      var folder = Files.getPosixFilePermissions(secrets.resolve("centre"));
      assertThat(PosixFilePermissions.toString(folder)).isEqualTo("rwx------");
      assertThat(secrets.resolve("centre").resolve(file)).exists();
    }
  }

  @Test
  void a_first_start_that_was_cut_off_is_done_again() throws Exception {
    prepared();
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

  private void later(Duration by) {
    clock = Clock.offset(clock, by);
  }

  private String prepare(String city, String... more) {
    return prepare(secrets, clock, city, more);
  }

  private static String prepare(Path secrets, Clock clock, String city, String... more) {
    var printed = new ByteArrayOutputStream();
    var words =
        List.of("prepare", "--network", city, "--centre", secrets.resolve("centre").toString());
    new EnrolmentDesk(new PrintStream(printed, true, StandardCharsets.UTF_8), clock)
        .run(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
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
