package jp.tsunagu.compose.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.compose.household.Households;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The replay as a person starts it, and what is found on disk afterwards. */
class NoPersonalDataInTheLogTest {
  private static final Duration REPLAY = Duration.ofMinutes(5);
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(10);
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("windows-31j"),
          StandardCharsets.UTF_16BE,
          StandardCharsets.UTF_16LE);

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
    assertThat(filesWithCanary(data.resolve("folders"))).as("the search finds names").isNotEmpty();
    assertThat(Stream.of("broker", "streams", "logs").map(data::resolve))
        .allSatisfy(folder -> assertThat(filesWithCanary(folder)).isEmpty());
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

  private static List<Path> filesWithCanary(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(NoPersonalDataInTheLogTest::holds).toList();
    }
  }

  /** Searched as bytes: in ISO 8859-1 every byte is one character. */
  private static boolean holds(Path file) {
    try {
      var content = Files.readString(file, StandardCharsets.ISO_8859_1);
      return CHARSETS.stream()
          .flatMap(
              set ->
                  Stream.of(Households.CANARY, Households.CANARY_KANA).map(it -> it.getBytes(set)))
          .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
          .anyMatch(content::contains);
    } catch (IOException exception) {
      throw new java.io.UncheckedIOException(exception);
    }
  }
}
