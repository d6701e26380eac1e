package jp.tsunagu.runtime.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailedOpeningsTest {

  private final FailedOpenings openings = new FailedOpenings();

  @Test
  void state_is_removed_after_three_tries_and_never_for_another_fault() {
    openings.failed(true);
    openings.failed(true);
    assertThat(openings.isRemovalDue()).isFalse();
    openings.failed(false);
    openings.failed(true);
    openings.failed(true);
    assertThat(openings.isRemovalDue()).as("another fault came between").isFalse();
    openings.failed(true);
    assertThat(openings.isRemovalDue()).isTrue();
    assertThat(openings.isRemovalDue()).as("once").isFalse();
  }

  @Test
  void a_disk_on_which_nothing_opens_is_left_alone_after_three_removals_until_a_life_has_run() {
    assertThat(removalsIn(100)).isEqualTo(3);
    openings.ran();
    assertThat(removalsIn(3)).isEqualTo(1);
  }

  private long removalsIn(int tries) {
    return IntStream.range(0, tries)
        .filter(
            _ -> {
              openings.failed(true);
              return openings.isRemovalDue();
            })
        .count();
  }
}
