package jp.tsunagu.stats.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastPublishedTest {
  private final LastPublished last = new LastPublished();

  @Test
  void only_what_changed_is_sent_and_a_tombstone_for_what_is_gone() {
    last.stands("same", Optional.of(bytes("1")));
    last.stands("changed", Optional.of(bytes("1")));
    last.stands("gone", Optional.of(bytes("1")));
    last.stands("long gone", Optional.of(bytes("1")));
    last.stands("long gone", Optional.empty());
    var changes =
        last.changesTo(Map.of("same", bytes("1"), "changed", bytes("2"), "new", bytes("3")));
    assertThat(changes).containsOnlyKeys("changed", "gone", "new");
    assertThat(changes.get("gone")).isEmpty();
    assertThat(changes.get("changed"))
        .hasValueSatisfying(it -> assertThat(it).isEqualTo(bytes("2")));
  }

  @Test
  void what_may_not_have_arrived_is_sent_again() {
    last.stands("key", Optional.of(bytes("1")));
    last.isUncertain("key");
    assertThat(last.changesTo(Map.of("key", bytes("1")))).containsOnlyKeys("key");
    assertThat(last.changesTo(Map.of())).containsEntry("key", Optional.empty());
  }

  @Test
  void looking_in_vain_becomes_rarer_up_to_a_limit() {
    Patience patience = new Patience();
    assertThat(patience.isOver()).isTrue();
    assertThat(IntStream.range(0, 6).map(_ -> patience.next())).containsExactly(1, 2, 4, 8, 12, 12);
    assertThat(IntStream.range(0, 12).filter(_ -> patience.isOver()).count()).isOne();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
