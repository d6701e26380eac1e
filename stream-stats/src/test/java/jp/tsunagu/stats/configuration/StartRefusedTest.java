package jp.tsunagu.stats.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jp.tsunagu.runtime.start.StartRefused;
import jp.tsunagu.stats.StreamStats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartRefusedTest {
  @Test
  void every_missing_and_unusable_setting_is_named_at_once(CapturedOutput output) {
    Throwable refused =
        catchThrowable(
            () -> StreamStats.application().run("--server.port=0", "--tsunagu.threads=many"));
    assertThat(refused).isInstanceOf(StartRefused.class);
    assertThat(output.getAll())
        .contains(
            "--spring.kafka.bootstrap-servers=",
            "--tsunagu.network-id=",
            "設定 tsunagu.threads の値は使えません")
        .doesNotContain("\tat org.springframework");
  }
}
