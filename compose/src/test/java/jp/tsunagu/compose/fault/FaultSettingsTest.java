package jp.tsunagu.compose.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultSettingsTest {

  @Test
  void who_says_nothing_gets_every_row_once() {
    var settings = FaultSettings.of();
    assertThat(settings.faults()).containsExactly(Fault.values());
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
