package jp.tsunagu.scheduler.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.tsunagu.contract.id.CommandId;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class CommandKeysTest {
  private final CommandKeys keys = new CommandKeys();
  private final CommandId id = new CommandId(UUID.randomUUID());

  @Test
  void an_id_stands_for_one_content() {
    assertThat(keys.take(id, "move to Tuesday", new RecordHeaders())).isTrue();
    assertThat(keys.take(id, "move to Tuesday", new RecordHeaders())).isTrue();
    assertThat(keys.take(id, "move to Friday", new RecordHeaders())).isFalse();
  }

  @Test
  void what_stands_in_the_topic_tells_it_to_the_next_life() {
    Headers written = headers(id.toString());
    keys.take(id, "move to Tuesday", written);
    CommandKeys next = new CommandKeys();
    next.read(written);
    assertThat(next.take(id, "move to Friday", new RecordHeaders())).isFalse();
    assertThat(next.take(id, "move to Tuesday", new RecordHeaders())).isTrue();
  }

  @Test
  void headers_that_say_nothing_harm_nobody() {
    keys.read(new RecordHeaders());
    keys.read(headers("no id"));
    keys.read(headers("x".repeat(36)).add("content-sha256", new byte[] {1}));
    keys.read(headers(id.toString()).add("content-sha256", null));
    assertThat(keys.take(id, "move to Friday", new RecordHeaders())).isTrue();
  }

  @Test
  void the_oldest_are_forgotten() {
    keys.take(id, "move to Tuesday", new RecordHeaders());
    for (int number = 0; number < 50_000; number++) {
      keys.take(new CommandId(new UUID(8, number)), "another", new RecordHeaders());
    }
    assertThat(keys.take(id, "move to Friday", new RecordHeaders())).as("forgotten").isTrue();
  }

  private static Headers headers(String id) {
    return new RecordHeaders().add("ce_id", id.getBytes(StandardCharsets.UTF_8));
  }
}
