package jp.tsunagu.connector.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.runtime.enrolment.Enrolment;
import jp.tsunagu.runtime.enrolment.SealedEnrolment;
import jp.tsunagu.runtime.enrolment.SealedEnrolment.Opening;
import jp.tsunagu.runtime.enrolment.Term;
import jp.tsunagu.runtime.start.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SealedEnrolmentTest {
  private static final String PASSWORD = "AAAA-BBBB-CCCC-DDDD-EEEE";
  private static final Instant ISSUED = Instant.parse("2026-11-28T01:02:03.456Z");

  @TempDir Path folder;

  private static Enrolment enrolment(String agency, Instant issued, String secret) {
    return new Enrolment(
        new NetworkId("city"),
        new AgencyId(agency),
        issued,
        LocalDate.of(2027, 11, 28),
        "kafka-1:9092,kafka-2:9092",
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
        "agency-" + agency,
        secret);
  }

  @Test
  void what_was_sealed_is_opened_by_its_password_alone_also_with_line_ends_of_another_system() {
    var enrolment = enrolment("hokatsu", ISSUED, "secret");
    var text = SealedEnrolment.of(enrolment, PASSWORD).text();
    assertThat(text).contains("agency: hokatsu").doesNotContain("secret", "kafka-1");
    var read = SealedEnrolment.read(text.replace("\n", "\r\n")).orElseThrow();
    assertThat(read.open(PASSWORD)).isEqualTo(new Opening.Opened(enrolment));
    assertThat(read.open("AAAA-BBBB-CCCC-DDDD-EEEF")).isEqualTo(new Opening.Refused());
  }

  @Test
  void a_bundle_that_was_changed_is_not_opened() {
    var text = SealedEnrolment.of(enrolment("hokatsu", ISSUED, "secret"), PASSWORD).text();
    var ofAnother =
        SealedEnrolment.read(text.replace("agency: hokatsu", "agency: shakyo")).orElseThrow();
    assertThat(ofAnother.open(PASSWORD)).isEqualTo(new Opening.Refused());
    assertThat(SealedEnrolment.read(text.substring(0, 40))).isEmpty();
    assertThat(SealedEnrolment.read("nothing")).isEmpty();
  }

  @Test
  void a_bundle_is_taken_in_once_and_a_later_one_takes_its_place() throws Exception {
    var bundle = bundle(enrolment("hokatsu", ISSUED, "first"), PASSWORD);
    assertThat(started(Map.of("tsunagu.connector.bundle-password", " " + PASSWORD + "\n")))
        .contains("password=\"first\"");
    Files.delete(bundle);
    assertThat(started(Map.of())).contains("password=\"first\"");
    bundle(enrolment("hokatsu", ISSUED.plusSeconds(1), "second"), "another");
    assertThat(started(Map.of("tsunagu.connector.bundle-password", "another")))
        .contains("password=\"second\"");
    bundle(enrolment("hokatsu", ISSUED, "first"), PASSWORD);
    assertThat(started(Map.of("tsunagu.connector.bundle-password", PASSWORD)))
        .contains("password=\"second\"");
  }

  @Test
  void what_is_wrong_with_a_bundle_is_told_with_the_setting_and_what_to_do() throws Exception {
    assertThat(refused(Map.of())).contains("tsunagu.connector.bundle のファイルを読めません");
    Files.writeString(folder.resolve("it.bundle"), "nothing");
    assertThat(refused(Map.of())).contains("登録の束ではありません");
    bundle(enrolment("hokatsu", ISSUED, "first"), PASSWORD);
    assertThat(refused(Map.of())).contains("tsunagu.connector.bundle-password がありません");
    assertThat(refused(Map.of("tsunagu.connector.bundle-password", "wrong")))
        .contains("合言葉では束を開けません")
        .doesNotContain("wrong");
    var ofAnother =
        Map.of(
            "tsunagu.connector.bundle-password",
            PASSWORD,
            "tsunagu.connector.agencies[0].id",
            "shakyo");
    assertThat(refused(ofAnother)).contains("機関 hokatsu のもの", "tsunagu.connector.agencies[0].id");
  }

  @Test
  void its_end_is_told_thirty_days_before_and_after_it() {
    var term = new Term(LocalDate.of(2027, 1, 31));
    assertThat(term.line(LocalDate.of(2026, 12, 31))).isEmpty();
    assertThat(term.line(LocalDate.of(2027, 1, 1)))
        .hasValueSatisfying(line -> assertThat(line).contains("2027-01-31", "終わります", "renew"));
    assertThat(term.isOver(LocalDate.of(2027, 1, 31))).isFalse();
    assertThat(term.line(LocalDate.of(2027, 1, 31))).isPresent();
    assertThat(term.isOver(LocalDate.of(2027, 2, 1))).isTrue();
    assertThat(term.line(LocalDate.of(2027, 2, 1)))
        .hasValueSatisfying(line -> assertThat(line).contains("終わりました", "renew"));
  }

  private Path bundle(Enrolment enrolment, String password) throws Exception {
    return Files.writeString(
        folder.resolve("it.bundle"), SealedEnrolment.of(enrolment, password).text());
  }

  /** How a connector with these settings logs in. */
  private String started(Map<String, String> more) {
    var settings = new HashMap<String, Object>(more);
    settings.put("tsunagu.connector.data-dir", folder.resolve("home").toString());
    settings.put("tsunagu.connector.bundle", folder.resolve("it.bundle").toString());
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    new EnrolmentSettings().postProcessEnvironment(environment, new SpringApplication());
    return environment.getRequiredProperty("spring.kafka.properties.sasl.jaas.config");
  }

  private String refused(Map<String, String> more) {
    try {
      throw new AssertionError(started(more));
    } catch (StartRefused refused) {
      return String.join("\n", List.copyOf(refused.report()));
    }
  }
}
