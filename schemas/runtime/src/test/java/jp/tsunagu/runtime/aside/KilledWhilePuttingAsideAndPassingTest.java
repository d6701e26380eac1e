package jp.tsunagu.runtime.aside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.runtime.aside.AsideEntry.Settlement;
import jp.tsunagu.runtime.aside.Reading.Readable;
import jp.tsunagu.runtime.aside.Reading.Unreadable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A process that reads a topic and passes what it put aside, killed before and after each thing it
 * does, and killed once more anywhere in its next life: what stands in the two topics is all that
 * outlives it.
 */
class KilledWhilePuttingAsideAndPassingTest {
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
  private static final String TOPIC = "city.events.v1";
  private static final List<String> RECORDS =
      List.of("a:1", "a:garbage", "b:1", "a:2", "b:garbage", "a:garbage", "b:2", "a:3");

  /** The aside topic. */
  private final List<byte[]> aside = new ArrayList<>();

  private int lifeLeft;

  private static final class Killed extends Error {}

  private void mayBeKilled() {
    if (lifeLeft-- == 0) {
      throw new Killed();
    }
  }

  private final class Life {
    private final AsideBook book = new AsideBook();
    private final List<String> taken = new ArrayList<>();
    private final FollowedHolding<String> holding =
        new FollowedHolding<>(
            TOPIC,
            Life::read,
            Meaning.EVERY_RECORD_COUNTS,
            this::take,
            book,
            this::write,
            () -> NOW);

    void live() {
      aside.forEach(this::follow);
      for (int offset = 0; offset < RECORDS.size(); offset++) {
        mayBeKilled();
        holding.accept(record(offset));
      }
      while (!book.open().isEmpty()) {
        AsideEntry passed = book.open().getFirst().passed(PassReason.NOT_OURS, NOW);
        write(passed);
        mayBeKilled();
        holding.decided(passed);
      }
    }

    private static Reading<String> read(RawRecord record) {
      String key = text(record.key());
      String value = text(record.value());
      return value.equals("garbage")
          ? new Unreadable<>(key, AsideReason.BYTES_BROKEN)
          : new Readable<>(key, value);
    }

    private void take(RawRecord record, String key, @Nullable String value) {
      mayBeKilled();
      taken.add(key + ":" + value);
    }

    private void write(AsideEntry entry) {
      mayBeKilled();
      byte[] value = AsideJson.value(entry);
      aside.add(value);
      mayBeKilled();
      follow(value);
    }

    private void follow(byte[] value) {
      book.take(AsideJson.read(value).orElseThrow());
    }
  }

  private static ConsumerRecord<byte[], byte[]> record(int offset) {
    String[] parts = RECORDS.get(offset).split(":", 2);
    return new ConsumerRecord<>(
        TOPIC,
        0,
        offset,
        parts[0].getBytes(StandardCharsets.UTF_8),
        parts[1].getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void nothing_is_lost_or_doubled_and_what_was_passed_stays_passed() {
    int kills = 0;
    for (int first = 0; first == 0 || killedWithin(first - 1); first++) {
      for (int second = 0; second == 0 || killedWithin(first, second - 1); second++) {
        kills += killedWithin(first, second) ? 2 : 1;
        wholeAfterAnotherLife();
      }
    }
    assertThat(kills).isGreaterThan(500);
  }

  /** Begins with an empty aside topic; whether the last of these lives ended early. */
  private boolean killedWithin(int... lives) {
    aside.clear();
    boolean killed = false;
    for (int length : lives) {
      lifeLeft = length;
      killed = endedEarly();
    }
    return killed;
  }

  private boolean endedEarly() {
    try {
      new Life().live();
      return false;
    } catch (Killed _) {
      return true;
    }
  }

  private void wholeAfterAnotherLife() {
    lifeLeft = -1;
    Life last = new Life();
    last.live();
    assertThat(of("a", last)).containsExactly("a:1", "a:2", "a:3");
    assertThat(of("b", last)).containsExactly("b:1", "b:2");
    assertThat(last.book.openCount()).isZero();
    for (long offset : new long[] {1, 4, 5}) {
      List<Settlement> told =
          aside.stream()
              .map(value -> AsideJson.read(value).orElseThrow())
              .filter(entry -> entry.place().offset() == offset)
              .map(entry -> entry.settled().settlement())
              .toList();
      assertThat(told).as("of the record at %d", offset).endsWith(Settlement.PASSED);
      assertThat(told.subList(told.indexOf(Settlement.PASSED), told.size()))
          .as("opened again after it was passed, at %d", offset)
          .containsOnly(Settlement.PASSED);
    }
  }

  private static List<String> of(String key, Life life) {
    return life.taken.stream().filter(each -> each.startsWith(key)).toList();
  }
}
