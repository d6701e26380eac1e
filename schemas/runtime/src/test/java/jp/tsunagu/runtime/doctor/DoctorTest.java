package jp.tsunagu.runtime.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.testing.FreePort;
import jp.tsunagu.runtime.mail.MailSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of each thing the doctor says whether it is well and what to do, and no secret. */
class DoctorTest {

  private int code;

  private String told(Examination... examinations) {
    var out = new ByteArrayOutputStream();
    code = Doctor.tell(new PrintStream(out, true, StandardCharsets.UTF_8), List.of(examinations));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void what_is_well_is_told_and_ends_with_0(@TempDir Path folder) {
    assertThat(
            told(
                new DiskExamination(folder.resolve("not/there/yet")),
                new FontExamination(),
                new MailExamination(Optional::empty)))
        .contains("○ ディスク", "○ 印刷の書体", "○ メールサーバー", "3項目、すべて○です")
        .doesNotContain("×");
    assertThat(code).isZero();
  }

  @Test
  void what_is_not_well_is_told_with_what_to_do_and_ends_with_1() {
    assertThat(told(new MailExamination(() -> Optional.of(nobodyThere()))))
        .contains("× メールサーバー", "メールサーバーにつながりません", "→ 設定 tsunagu.mail.*", "1項目のうち1項目が×です");
    assertThat(code).isEqualTo(1);
  }

  private static MailSettings nobodyThere() {
    return new MailSettings(
        "127.0.0.1",
        FreePort.any(),
        "no-reply@city.example",
        "つなぐ",
        null,
        MailSettings.Encryption.NONE,
        null,
        Duration.ofSeconds(2));
  }

  @Test
  void what_cannot_be_looked_at_is_not_well_and_says_nothing_of_what_a_library_says() {
    var broken =
        new Examination() {
          @Override
          public String what() {
            return "試し";
          }

          @Override
          public List<Finding> look() {
            throw new IllegalStateException("password=himitsu");
          }
        };
    assertThat(told(broken, new FontExamination()))
        .contains("× 試し: 調べられませんでした(IllegalStateException)", "○ 印刷の書体")
        .doesNotContain("himitsu");
    assertThat(code).isEqualTo(1);
  }
}
