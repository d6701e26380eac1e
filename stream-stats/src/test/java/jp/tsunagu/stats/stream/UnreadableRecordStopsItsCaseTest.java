package jp.tsunagu.stats.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import jp.tsunagu.runtime.aside.AsideEntry;
import jp.tsunagu.runtime.aside.AsideReason;
import jp.tsunagu.runtime.aside.PassReason;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.testing.CaseStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnreadableRecordStopsItsCaseTest {

  private static final byte[] GARBAGE = "渡邉".getBytes(StandardCharsets.UTF_8);

  private final Driver driver = new Driver();
  private final CaseStory touched = begun(1);
  private final CaseStory other = begun(2);

  @AfterEach
  void close() {
    driver.close();
  }

  private static CaseStory begun(long number) {
    return new CaseStory(number)
        .at("2026-09-07T10:00")
        .received("hokatsu", "chubu", Field.OTHER)
        .sent(1, "hokatsu", "shogai");
  }

  private void readUpToGarbageAndOn() {
    driver.send(touched.events().getFirst());
    driver.send(key(touched.caseId()), GARBAGE);
    driver.send(touched.events().get(1));
    driver.send(other.events());
  }

  private static String key(CaseId caseId) {
    return caseId.toString();
  }

  private long sent() {
    return driver.figures().count("day-2026-09-07/all", Measure.SENT);
  }

  @Test
  void the_case_waits_and_no_other() {
    readUpToGarbageAndOn();
    assertThat(sent()).isOne();
    assertThat(driver.figures().count("now/all", Measure.OPEN_CASES)).isEqualTo(2);
    assertThat(driver.aside())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.key()).isEqualTo(key(touched.caseId()));
              assertThat(entry.reason()).isEqualTo(AsideReason.NOT_FRAMED);
              assertThat(entry.kept().value()).isEqualTo(GARBAGE);
            });
  }

  @Test
  void once_it_is_passed_what_waited_is_counted() {
    readUpToGarbageAndOn();
    AsideEntry open = driver.aside().getFirst();
    driver.book.take(open.passed(PassReason.NOT_OURS, Instant.EPOCH));
    driver.tick();
    assertThat(sent()).isEqualTo(2);
    assertThat(driver.facts()).containsExactlyInAnyOrder(touched.facts(), other.facts());
  }

  @Test
  void what_cannot_be_taken_for_an_event_is_named_with_its_reason() {
    byte[] event = driver.bytes((Record) touched.events().getFirst());
    driver.send("another-key", event);
    driver.send(key(other.caseId()), event);
    driver.send(null, event);
    driver.send(key(begun(3).caseId()), null);
    driver.send(
        key(begun(4).caseId()),
        driver.bytes(new CommandUnreadable(0, 0, "NOT_FRAMED", Instant.EPOCH)));
    driver.send(key(begun(5).caseId()), new byte[StoredShelf.MOST_BYTES]);
    assertThat(driver.putAside)
        .containsExactly(
            "KEY_UNUSABLE",
            "KEY_WRONG",
            "KEY_MISSING",
            "VALUE_MISSING",
            "ANOTHER_KIND",
            "OVERSIZED");
    driver.send(touched.events());
    assertThat(sent()).isOne();
  }
}
