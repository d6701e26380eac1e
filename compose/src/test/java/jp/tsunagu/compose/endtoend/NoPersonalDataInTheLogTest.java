package jp.tsunagu.compose.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.compose.disk.CanarySearch;
import jp.tsunagu.compose.endtoend.Replayed.Replay;
import jp.tsunagu.compose.household.Households;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** The replay as a person starts it, and what is found on disk afterwards. */
@Isolated(Replayed.ALONE)
@Tag("slow")
@ExtendWith(Replayed.class)
class NoPersonalDataInTheLogTest {
  private static final CanarySearch CANARIES =
      new CanarySearch(List.of(Households.CANARY, Households.CANARY_KANA));

  @Test
  void after_a_replay_no_name_is_found_in_broker_state_log_or_login(Replay replay)
      throws Exception {
    assertThat(replay.printed()).contains("数え直し: OK — 26行すべて一致", "断られた操作: 0");
    assertThat(replay.exitCode()).isZero();
    assertThat(CANARIES.filesIn(replay.data().resolve("folders")))
        .as("the search finds names")
        .isNotEmpty();
    assertThat(
            Stream.of("broker", "streams", "logs", "login", "scheduler", "clients")
                .map(replay.data()::resolve))
        .allSatisfy(folder -> assertThat(CANARIES.filesIn(folder)).isEmpty());
  }
}
