package jp.tsunagu.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.tsunagu.gateway.ReferralGateway;
import jp.tsunagu.runtime.start.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartRefusedTest {
  @Test
  void without_its_settings_it_says_which_one_is_missing_and_how_to_give_it(CapturedOutput output) {
    Throwable refused = catchThrowable(() -> ReferralGateway.application().run("--server.port=0"));
    assertThat(refused).isInstanceOf(StartRefused.class);
    assertThat(output.getAll())
        .contains("--tsunagu.network-file=", "--spring.kafka.bootstrap-servers=");
    assertThat(output.getAll()).doesNotContain("\tat org.springframework");
  }

  @Test
  void a_faulty_network_file_is_reported_whole_without_a_stack_trace(
      @TempDir Path directory, CapturedOutput output) throws IOException {
    Path file = Files.writeString(directory.resolve("network.yaml"), "network:\n  id: X\n");
    Throwable refused =
        catchThrowable(
            () ->
                ReferralGateway.application()
                    .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=127.0.0.1:9",
                        "--tsunagu.network-file=" + file));
    assertThat(refused).isInstanceOf(StartRefused.class);
    assertThat(output.getAll())
        .contains("network.yaml 2行目: network.id 'X' はIDとして使えません", "deadlines がありません")
        .doesNotContain("\tat org.springframework");
  }
}
