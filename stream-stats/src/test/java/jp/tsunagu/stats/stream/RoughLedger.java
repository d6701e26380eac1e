package jp.tsunagu.stats.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.Figures;

/**
 * A ledger at its worst that still tells the truth: cases through each other, every event twice and
 * the first of its case again, and before each a record that cannot be used: the case waits until a
 * person passes it. When it is closed, each of those must have been put aside with its reason.
 */
final class RoughLedger implements AutoCloseable {

  private final Driver driver = new Driver();
  private final Map<CaseId, Integer> told = new HashMap<>();
  private final List<String> broken = new ArrayList<>();
  private int repeated;

  /** Tells what was not told yet of these cases, an event of each in turn. */
  RoughLedger tell(CaseStory... stories) {
    boolean more = true;
    while (more) {
      more = false;
      for (CaseStory story : stories) {
        int next = told.merge(story.caseId(), 1, Integer::sum) - 1;
        if (next < story.events().size()) {
          tell(story, next);
          more = true;
        } else {
          told.put(story.caseId(), next);
        }
      }
    }
    return this;
  }

  Figures figures() {
    return driver.figures();
  }

  List<CaseFacts> facts() {
    return driver.facts();
  }

  private void tell(CaseStory story, int number) {
    CaseEvent event = story.events().get(number);
    sendBroken(event);
    driver.send(List.of(event));
    driver.send(List.of(event, story.events().getFirst()));
    driver.passAll();
    repeated += 2;
  }

  private void sendBroken(CaseEvent event) {
    String key = event.header().caseId().toString();
    byte[] bytes = driver.bytes((Record) event);
    switch (broken.size() % 6) {
      case 0 -> sendBroken(key, "渡邉".getBytes(StandardCharsets.UTF_8), "NOT_FRAMED");
      case 1 -> sendBroken(key, Arrays.copyOf(bytes, bytes.length - 1), "BYTES_BROKEN");
      case 2 -> sendBroken("another-case", bytes, "KEY_UNUSABLE");
      case 3 -> sendBroken(key, driver.bytes(notice()), "ANOTHER_KIND");
      case 4 -> sendBroken(key, ofTheFuture(bytes), "SCHEMA_UNKNOWN");
      default -> sendBroken(key, new byte[0], "NOT_FRAMED");
    }
  }

  private void sendBroken(String key, byte[] bytes, String reason) {
    driver.send(key, bytes);
    broken.add(reason);
  }

  private static byte[] ofTheFuture(byte[] bytes) {
    byte[] changed = bytes.clone();
    changed[1] = 0x7F;
    return changed;
  }

  private static CommandUnreadable notice() {
    return new CommandUnreadable(0, 0, "NOT_FRAMED", Instant.EPOCH);
  }

  @Override
  public void close() {
    try {
      assertThat(driver.passed)
          .extracting(entry -> entry.reason().name())
          .containsExactlyElementsOf(broken);
      assertThat(driver.repeated).isEqualTo(repeated);
    } finally {
      driver.close();
    }
  }
}
