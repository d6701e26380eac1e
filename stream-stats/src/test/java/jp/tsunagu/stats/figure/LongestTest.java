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

  @Test
  void two_together_know_what_one_knows_that_saw_all() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<Long> all = random.longs(random.nextInt(80), 0, 50).boxed().toList();
      Longest one = new Longest();
      Longest other = new Longest();
      all.forEach(each -> (random.nextBoolean() ? one : other).add(each));
      one.with(other);

      List<Long> left = new ArrayList<>(all.stream().sorted().toList());
      while (!left.isEmpty() && !one.isUncertain()) {
        assertThat(one.milliseconds()).as("seed %d", seed).isEqualTo(left.getLast());
        one.remove(left.removeLast());
      }
      assertThat(all.size() - left.size()).isGreaterThanOrEqualTo(Math.min(all.size(), 16));
    }
  }
}
