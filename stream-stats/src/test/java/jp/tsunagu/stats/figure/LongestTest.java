package jp.tsunagu.stats.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongestTest {

  @Test
  void it_is_the_longest_of_what_is_there_or_says_that_nobody_knows() {
    int known = 0;
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      Longest longest = new Longest();
      List<Long> there = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        if (!there.isEmpty() && random.nextInt(4) == 0) {
          longest.remove(there.remove(random.nextInt(there.size())));
        } else {
          there.add((long) random.nextInt(20));
          longest.add(there.getLast());
        }
        if (longest.isUncertain()) {
          break;
        }
        known++;
        assertThat(longest.milliseconds())
            .as("seed %d", seed)
            .isEqualTo(there.stream().mapToLong(Long::longValue).max().orElse(0));
      }
    }
    assertThat(known).isGreaterThan(10_000);
  }
}
