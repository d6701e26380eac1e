package jp.tsunagu.runtime.aside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagu.runtime.aside.Reading.Readable;
import jp.tsunagu.runtime.aside.Reading.Unreadable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowedHoldingTest {
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
  private static final String TOPIC = "city.events.v1";

  /** The network's aside topic: outlives the reader. */
  private final AsideBook book = new AsideBook();

  private final List<AsideEntry> written = new ArrayList<>();

  /** What a reader has folded; a new one for every start. */
  private final class Reader {
    private final List<String> taken = new ArrayList<>();
    private final Set<String> readableByNow = new HashSet<>();
    private final Set<String> failing = new HashSet<>();
    private boolean isBrokerAway;
    private boolean isAllKnown = true;
    private boolean isFollowing = true;
    private final List<AsideEntry> notYetFollowed = new ArrayList<>();
    private Runnable beforeReading = () -> {};
    private final FollowedHolding<String> holding;

    Reader(Meaning meaning) {
      holding =
          new FollowedHolding<>(
              TOPIC, this::read, meaning, this::take, book, new Writer(), () -> NOW);
    }

    private Reading<String> read(RawRecord record) {
      beforeReading.run();
      String key = text(record.key());
      String value = text(record.value());
      if (key == null) {
        return new Unreadable<>(null, AsideReason.KEY_MISSING);
      }
      if ("misplaced".equals(value)) {
        return new Unreadable<>(key, AsideReason.PARTITION_WRONG);
      }
      return value != null && value.startsWith("garbage") && !readableByNow.contains(value)
          ? new Unreadable<>(
              key, value.endsWith("newer") ? AsideReason.SCHEMA_UNKNOWN : AsideReason.BYTES_BROKEN)
          : new Readable<>(key, value);
    }

    private void take(RawRecord record, String key, @Nullable String value) {
      if (failing.contains(value)) {
        throw new IllegalStateException("cannot be folded");
      }
      if (isBrokerAway && "3".equals(value)) {
        throw new KafkaException("the broker is away");
      }
      taken.add(key + ":" + value);
    }

    private final class Writer implements AsideWriter {
      @Override
      public void write(AsideEntry entry) {
        written.add(entry);
        notYetFollowed.add(AsideJson.read(AsideJson.value(entry)).orElseThrow());
        if (isFollowing) {
          follow();
        }
      }

      @Override
      public void requireAllKnown() {
        if (!isAllKnown) {
          throw new IllegalStateException("not read to its end yet");
        }
      }
    }

    /** What was written comes back. */
    private void follow() {
      notYetFollowed.forEach(book::take);
      notYetFollowed.clear();
    }

    Reader given(long offset, @Nullable String key, @Nullable String value) {
      holding.accept(new ConsumerRecord<>(TOPIC, 0, offset, bytes(key), bytes(value)));
      return this;
    }

    void decide(AsideEntry entry) {
      book.take(entry);
      holding.decided(entry);
    }
  }

  private static byte @Nullable [] bytes(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable String text(byte @Nullable [] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  private Reader reader() {
    return new Reader(Meaning.EVERY_RECORD_COUNTS);
  }

  private Reader readerOfGarbageThenMore() {
    return reader()
        .given(0, "a", "1")
        .given(1, "a", "garbage")
        .given(2, "b", "1")
        .given(3, "a", "2")
        .given(4, "a", "3")
        .given(5, "b", "2");
  }

  private AsideEntry open(long offset) {
    return book.open(new Place(TOPIC, 0, offset)).orElseThrow();
  }

  @Test
  void only_the_key_of_an_unreadable_record_waits() {
    Reader reader = readerOfGarbageThenMore();
    assertThat(reader.taken).containsExactly("a:1", "b:1", "b:2");
    assertThat(book.heldKeys(TOPIC)).containsExactly("a");
  }

  @Test
  void bytes_place_and_reason_are_kept() {
    readerOfGarbageThenMore();
    assertThat(written)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.place()).isEqualTo(new Place(TOPIC, 0, 1));
              assertThat(entry.reason()).isEqualTo(AsideReason.BYTES_BROKEN);
              assertThat(text(entry.kept().value())).isEqualTo("garbage");
            });
  }

  @Test
  void what_waits_is_taken_in_by_its_order_once_the_first_is_passed() {
    Reader reader = readerOfGarbageThenMore();
    reader.decide(open(1).passed(PassReason.NOT_OURS, NOW));
    assertThat(reader.taken).containsExactly("a:1", "b:1", "b:2", "a:2", "a:3");
    assertThat(book.open()).isEmpty();
  }

  @Test
  void a_key_is_not_held_at_a_start_before_every_decision_about_it_is_known() {
    readerOfGarbageThenMore();
    Reader restarted = reader().given(0, "a", "1");
    restarted.isAllKnown = false;
    assertThatThrownBy(() -> restarted.given(1, "a", "garbage"))
        .isInstanceOf(IllegalStateException.class);
    restarted.decide(open(1).passed(PassReason.NOT_OURS, NOW));
    restarted.isAllKnown = true;
    restarted.given(1, "a", "garbage").given(3, "a", "2");
    assertThat(restarted.taken).containsExactly("a:1", "a:2");
  }

  @Test
  void a_second_unreadable_record_stops_the_key_again() {
    Reader reader = readerOfGarbageThenMore().given(6, "a", "garbage too").given(7, "a", "4");
    reader.decide(open(1).passed(PassReason.NOT_OURS, NOW));
    assertThat(reader.taken).endsWith("a:2", "a:3");
    assertThat(book.open()).extracting(AsideEntry::place).containsExactly(new Place(TOPIC, 0, 6));
  }

  @Test
  void what_can_be_read_by_now_is_taken_in_with_all_that_waits() {
    Reader reader = readerOfGarbageThenMore();
    reader.readableByNow.add("garbage");
    reader.decide(open(1).triedAgain(NOW));
    assertThat(reader.taken).containsExactly("a:1", "b:1", "b:2", "a:garbage", "a:2", "a:3");
    assertThat(book.open()).isEmpty();
  }

  @Test
  void a_record_of_a_newer_program_is_taken_in_by_itself_once_its_schema_is_known() {
    Reader reader = reader().given(0, "a", "garbage, newer").given(1, "a", "2");
    reader.holding.tryNewerAgain();
    assertThat(reader.taken).isEmpty();
    reader.readableByNow.add("garbage, newer");
    reader.holding.tryNewerAgain();
    assertThat(reader.taken).containsExactly("a:garbage, newer", "a:2");
  }

  @Test
  void trying_again_what_still_cannot_be_read_changes_nothing() {
    Reader reader = readerOfGarbageThenMore();
    reader.decide(open(1).triedAgain(NOW));
    assertThat(reader.taken).containsExactly("a:1", "b:1", "b:2");
    assertThat(written).hasSize(1);
  }

  @Test
  void a_restart_finds_the_same_held_and_what_was_passed_stays_passed() {
    readerOfGarbageThenMore();
    assertThat(readerOfGarbageThenMore().taken).containsExactly("a:1", "b:1", "b:2");
    assertThat(written).hasSize(1);
    book.take(open(1).passed(PassReason.SENT_AGAIN, NOW));
    assertThat(readerOfGarbageThenMore().taken).containsExactly("a:1", "b:1", "a:2", "a:3", "b:2");
  }

  @Test
  void a_pass_that_becomes_known_while_the_record_is_read_again_is_not_written_over() {
    readerOfGarbageThenMore();
    AsideEntry passed = open(1).passed(PassReason.NOT_OURS, NOW);
    Reader restarted = reader().given(0, "a", "1");
    restarted.beforeReading = () -> book.take(passed);
    restarted.given(1, "a", "garbage").given(3, "a", "2");
    assertThat(restarted.taken).containsExactly("a:1", "a:2");
    assertThat(written).hasSize(1);
    assertThat(book.open()).isEmpty();
  }

  @Test
  void a_restart_that_can_read_the_record_settles_it() {
    readerOfGarbageThenMore();
    Reader newer = reader();
    newer.readableByNow.add("garbage");
    newer.given(0, "a", "1").given(1, "a", "garbage").given(3, "a", "2");
    assertThat(newer.taken).containsExactly("a:1", "a:garbage", "a:2");
    assertThat(book.open()).isEmpty();
  }

  @Test
  void nothing_waits_behind_a_record_without_usable_key() {
    Reader reader = reader().given(0, null, "garbage").given(1, "a", "1");
    assertThat(reader.taken).containsExactly("a:1");
    assertThat(book.open()).singleElement().extracting(AsideEntry::key).isNull();
    assertThat(book.heldKeys(TOPIC)).isEmpty();
  }

  @Test
  void nothing_waits_behind_a_record_in_the_wrong_partition_but_its_key_is_named() {
    Reader reader = reader().given(0, "a", "misplaced").given(1, "a", "1");
    assertThat(reader.taken).containsExactly("a:1");
    assertThat(reader.holding.heldKeys()).containsExactly("a");
    book.take(open(0).passed(PassReason.NOT_OURS, NOW));
    assertThat(reader.holding.heldKeys()).isEmpty();
  }

  @Test
  void a_record_whose_taking_fails_is_put_aside_like_an_unreadable_one() {
    Reader reader = reader();
    reader.failing.add("2");
    reader.given(0, "a", "1").given(1, "a", "2").given(2, "a", "3").given(3, "b", "1");
    assertThat(reader.taken).containsExactly("a:1", "b:1");
    assertThat(open(1).reason()).isEqualTo(AsideReason.TAKING_FAILED);
  }

  @Test
  void where_the_latest_record_says_all_a_later_one_takes_the_place_of_an_unreadable_one() {
    Reader reader = new Reader(Meaning.THE_LATEST_COUNTS);
    reader.given(0, "a", "1").given(1, "a", "garbage");
    assertThat(book.heldKeys(TOPIC)).containsExactly("a");
    reader.given(2, "a", "2");
    assertThat(reader.taken).containsExactly("a:1", "a:2");
    assertThat(book.open()).isEmpty();
  }

  @Test
  void where_the_latest_record_says_all_an_open_one_that_compaction_removed_is_settled() {
    new Reader(Meaning.THE_LATEST_COUNTS).given(1, "a", "garbage");
    new Reader(Meaning.THE_LATEST_COUNTS).given(2, "a", "2");
    assertThat(book.open()).isEmpty();
  }

  @Test
  void where_the_latest_record_says_all_an_earlier_one_settles_nothing_that_comes_after_it() {
    new Reader(Meaning.THE_LATEST_COUNTS).given(0, "a", "1").given(1, "a", "garbage");
    Reader restarted = new Reader(Meaning.THE_LATEST_COUNTS);
    restarted.isFollowing = false;
    restarted.given(0, "a", "1").given(1, "a", "garbage");
    restarted.follow();
    assertThat(restarted.holding.heldKeys()).containsExactly("a");
    restarted.decide(open(1).passed(PassReason.NOT_OURS, NOW));
    assertThat(restarted.holding.heldKeys()).isEmpty();
  }

  @Test
  void what_waits_is_not_lost_when_the_broker_goes_away_while_it_is_taken_in() {
    Reader reader = readerOfGarbageThenMore();
    AsideEntry passed = open(1).passed(PassReason.NOT_OURS, NOW);
    reader.isBrokerAway = true;
    assertThatThrownBy(() -> reader.decide(passed)).isInstanceOf(KafkaException.class);
    reader.given(6, "a", "4");
    assertThat(reader.taken).endsWith("b:2", "a:2");
    reader.isBrokerAway = false;
    reader.holding.tryNewerAgain();
    assertThat(reader.taken).endsWith("a:2", "a:3", "a:4");
    assertThat(reader.holding.heldKeys()).isEmpty();
  }

  @Test
  void what_was_broken_off_waits_for_the_next_start_once_more_came_than_is_kept() {
    Reader reader = readerOfGarbageThenMore();
    AsideEntry passed = open(1).passed(PassReason.NOT_OURS, NOW);
    reader.isBrokerAway = true;
    assertThatThrownBy(() -> reader.decide(passed)).isInstanceOf(KafkaException.class);
    for (int i = 0; i <= WaitingBound.IN_MEMORY.perKey() + 1; i++) {
      reader.given(6 + i, "a", "more");
    }
    reader.isBrokerAway = false;
    reader.holding.tryNewerAgain();
    reader.given(9_999_999, "a", "last");
    assertThat(reader.taken).endsWith("b:2", "a:2");
    assertThat(reader.holding.boundPassed()).containsExactly("a");
  }

  @Test
  void more_than_is_kept_is_told_and_taken_up_at_the_next_start() {
    int many = WaitingBound.IN_MEMORY.perKey() + 2;
    Reader reader = reader().given(0, "a", "garbage");
    for (int i = 1; i <= many; i++) {
      reader.given(i, "a", Integer.toString(i));
    }
    assertThat(reader.holding.boundPassed()).containsExactly("a");
    reader.decide(open(0).passed(PassReason.NOT_OURS, NOW));
    assertThat(reader.taken).isEmpty();
    Reader next = reader().given(0, "a", "garbage");
    for (int i = 1; i <= many; i++) {
      next.given(i, "a", Integer.toString(i));
    }
    assertThat(next.taken).hasSize(many);
  }

  @Test
  void a_record_larger_than_may_be_kept_is_kept_by_its_place_and_size() {
    String large = "garbage" + "x".repeat(AsideEntry.MOST_BYTES);
    reader().given(0, "a", large);
    assertThat(written.getFirst().kept().value()).isNull();
    assertThat(written.getFirst().kept().size()).isEqualTo(large.length() + 1);
  }
}
