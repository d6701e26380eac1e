package jp.tsunagu.compose.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultSettingsTest {

  @Test
  void who_says_nothing_gets_every_row_once_that_can_be_tried_there() {
    var settings = FaultSettings.of();
    assertThat(settings.faults())
        .hasSizeGreaterThanOrEqualTo(Fault.values().length - 2)
        .doesNotContain(Fault.UPGRADED);
    assertThat(settings.rounds()).isEqualTo(1);
    assertThat(settings.most()).isNull();
  }

  @Test
  void what_is_said_counts() {
    var settings =
        FaultSettings.of(
            "--only", "CUT_5S,GATEWAY_KILLED", "--seed", "7", "--hours", "8", "--data", "there");
    assertThat(settings.faults()).containsExactly(Fault.CUT_5S, Fault.GATEWAY_KILLED);
    assertThat(settings.seed()).isEqualTo(7);
    assertThat(settings.most()).isEqualTo(Duration.ofHours(8));
    assertThat(settings.data()).isEqualTo(Path.of("there"));
  }

  @Test
  void an_older_version_is_the_program_that_a_start_unpacked_there(@TempDir Path checkout)
      throws IOException {
    var unpacked = Files.createDirectories(checkout.resolve("compose/target/unpacked"));
    assertThatThrownBy(() -> FaultSettings.of("--older", checkout.toString()))
        .hasMessageContaining(unpacked.toString());
    var program = Files.createFile(unpacked.resolve("compose-1.0.jar"));
    var settings = FaultSettings.of("--older", checkout.toString(), "--only", "UPGRADED");
    assertThat(settings.older()).isEqualTo(program);
    assertThat(settings.faults()).containsExactly(Fault.UPGRADED);
  }

  @Test
  void what_a_row_lacks_is_said_before_anything_runs() {
    assertThatThrownBy(() -> FaultSettings.of("--only", "CUT_5S,UPGRADED"))
        .hasMessageContaining("UPGRADED")
        .hasMessageContaining("--older");
    assertThat(Fault.DISK_FULL.lacks(null, Fault.SMALL_DISK_BYTES + 1)).isPresent();
    assertThat(Fault.DISK_FULL.lacks(null, Fault.SMALL_DISK_BYTES)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--only=x", "--only x", "--rounds 0", "--hours", "--seed one"})
  void what_is_wrong_is_named_with_all_that_can_be_said(String words) {
    assertThatThrownBy(() -> FaultSettings.of(words.split(" ", -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words.split(" ", -1)[0])
        .message()
        .satisfies(
            message ->
                assertThat(Stream.of(Fault.values()).map(Enum::name)).allMatch(message::contains));
  }
}
