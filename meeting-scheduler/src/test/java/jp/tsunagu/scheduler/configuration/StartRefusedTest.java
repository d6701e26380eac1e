package jp.tsunagu.scheduler.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jp.tsunagu.runtime.start.StartRefused;
import jp.tsunagu.scheduler.MeetingScheduler;
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
            () -> MeetingScheduler.application().run("--server.port=0", "--tsunagu.tick=soon"));
    assertThat(refused).isInstanceOf(StartRefused.class);
    assertThat(output.getAll())
        .contains(
            "--spring.kafka.bootstrap-servers=",
            "--tsunagu.network-id=",
            "設定 tsunagu.tick の値は使えません")
        .doesNotContain("\tat org.springframework");
  }
}
