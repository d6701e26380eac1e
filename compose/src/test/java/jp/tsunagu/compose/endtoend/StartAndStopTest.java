package jp.tsunagu.compose.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who starts the network and ends it at the wrong moment. */
@Tag("slow")
class StartAndStopTest {
  private static final Duration START = Duration.ofSeconds(120);
  private static final Duration STOP = Duration.ofSeconds(90);

  @TempDir private Path directory;

  @Test
  void a_process_that_is_stopped_while_it_starts_leaves_no_database() throws Exception {
    var data = directory.resolve("data");
    var pidFile = data.resolve("postgresql").resolve("postmaster.pid");
    try (var process = OwnProcess.start(data, directory.resolve("output.txt"))) {
      await().atMost(START).until(() -> Files.exists(pidFile));
      process.terminate();
      assertThat(process.endsWithin(STOP)).as(process.printed()).isTrue();
      assertThat(process.printed()).contains("終了しました").doesNotContain("起動できませんでした");
    }
    assertThat(pidFile).doesNotExist();
  }
}
