package jp.tsunagu.compose.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.compose.household.Households;
import jp.tsunagu.compose.scenario.CanarySearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The replay as a person starts it, and what is found on disk afterwards. */
class NoPersonalDataInTheLogTest {
  private static final Duration REPLAY = Duration.ofMinutes(5);
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(10);
  private static final CanarySearch CANARIES =
      new CanarySearch(List.of(Households.CANARY, Households.CANARY_KANA));

  @TempDir private Path directory;

  @Test
  void after_a_replay_no_name_is_found_in_broker_state_or_log_and_a_second_start_keeps_all()
      throws Exception {
    var data = directory.resolve("data");
    var output = directory.resolve("output.txt");
    try (var replay = OwnProcess.start(data, output, "--replay")) {
      assertThat(replay.endsWithin(REPLAY)).isTrue();
      assertThat(replay.printed()).contains("数え直し: OK — 26行すべて一致", "断られた操作: 0");
      assertThat(replay.process().exitValue()).isZero();
    }
    assertThat(CANARIES.filesIn(data.resolve("folders"))).as("the search finds names").isNotEmpty();
    assertThat(Stream.of("broker", "streams", "logs").map(data::resolve))
        .allSatisfy(folder -> assertThat(CANARIES.filesIn(folder)).isEmpty());
    startsAgainAndStopsInTime(data);
  }

  private void startsAgainAndStopsInTime(Path data) throws Exception {
    var output = directory.resolve("again.txt");
    try (var again = OwnProcess.start(data, output)) {
      await().atMost(START).until(() -> again.printed().contains("準備完了"));
      again.terminate();
      assertThat(again.endsWithin(STOP)).as("stopped within 10 s").isTrue();
      assertThat(again.printed()).contains("終了しました");
    }
  }
}
