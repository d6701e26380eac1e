package jp.tsunagu.compose.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdjustableClockTest {
  private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");
  private static final Clock REAL = Clock.fixed(NOON, ZoneOffset.UTC);

  @TempDir private Path directory;

  @Test
  void an_advance_holds_for_this_run_and_all_later_ones() {
    var clock = stored();
    var inTokyo = clock.withZone(ZoneId.of("Asia/Tokyo"));
    assertThat(clock.instant()).isEqualTo(NOON);
    clock.advance(Duration.ofHours(72));
    clock.advance(Duration.ofMinutes(1));
    var later = NOON.plus(Duration.ofHours(72)).plusSeconds(60);
    assertThat(clock.instant()).isEqualTo(later);
    assertThat(inTokyo.instant()).isEqualTo(later);
    assertThat(stored().instant()).isEqualTo(later);
  }

  @Test
  void time_never_goes_back() {
    var clock = stored();
    clock.advance(Duration.ofDays(1));
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(stored().offset()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void a_network_can_begin_in_the_past_and_goes_on_from_there() {
    var file = directory.resolve("clock-offset");
    var begins = NOON.minus(Duration.ofDays(2000));
    AdjustableClock.begin(REAL, file, begins);
    AdjustableClock.begin(REAL, file, NOON);
    assertThat(stored().instant()).isEqualTo(begins);
    stored().advance(Duration.ofHours(1));
    assertThat(stored().instant()).isEqualTo(begins.plus(Duration.ofHours(1)));
  }

  private AdjustableClock stored() {
    return AdjustableClock.stored(REAL, directory.resolve("clock-offset"));
  }
}
