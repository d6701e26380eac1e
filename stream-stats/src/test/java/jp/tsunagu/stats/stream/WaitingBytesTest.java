package jp.tsunagu.stats.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import jp.tsunagu.runtime.aside.AsideReason;
import jp.tsunagu.runtime.aside.Place;
import jp.tsunagu.runtime.aside.RawRecord;
import org.junit.jupiter.api.Test;

class WaitingBytesTest {
  private static final Place PLACE = new Place("city.referral.events.v1", 5, 1L << 40);

  @Test
  void a_record_comes_back_as_it_was_with_the_reason_why_it_was_put_aside() {
    byte[] key = "k".getBytes(StandardCharsets.UTF_8);
    byte[] stored = WaitingBytes.encode(new RawRecord(PLACE, key, null), AsideReason.OVERSIZED);
    RawRecord read = WaitingBytes.decode(stored);
    assertThat(read.place()).isEqualTo(PLACE);
    assertThat(read.key()).isEqualTo(key);
    assertThat(read.value()).isNull();
    assertThat(WaitingBytes.reason(stored)).isEqualTo(AsideReason.OVERSIZED);
  }

  @Test
  void one_that_waits_behind_has_no_reason_and_a_value_too_large_for_the_changelog_is_left_out() {
    byte[] small = {1, 2, 3};
    byte[] stored = WaitingBytes.encode(new RawRecord(PLACE, null, small), null);
    assertThat(WaitingBytes.decode(stored).value()).isEqualTo(small);
    assertThat(WaitingBytes.reason(stored)).isNull();
    byte[] large = new byte[StoredShelf.MOST_BYTES + 1];
    assertThat(WaitingBytes.encode(new RawRecord(PLACE, null, large), null)).hasSizeLessThan(100);
  }
}
