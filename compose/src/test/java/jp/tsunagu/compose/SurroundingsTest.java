package jp.tsunagu.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  private static final Path LOGS = Path.of("data", "logs");

  @Test
  void the_last_words_give_the_reason_or_where_to_look_for_it() {
    assertThat(Surroundings.lastWords("disk", LOGS)).last().asString().contains("理由: disk", "logs");
    assertThat(Surroundings.lastWords(null, LOGS)).last().asString().contains("logs");
    assertThat(Surroundings.lastWords(null, LOGS).toString()).doesNotContain("null");
  }
}
