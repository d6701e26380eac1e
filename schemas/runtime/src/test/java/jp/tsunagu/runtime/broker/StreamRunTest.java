package jp.tsunagu.runtime.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamRunTest {
  private static final String APPLICATION = "counting";

  @Test
  void a_life_whose_store_does_not_open_has_failed_so_that_another_one_is_begun(@TempDir Path state)
      throws IOException {
    Path stores = Files.createDirectories(state.resolve(APPLICATION).resolve("0_0/rocksdb"));
    Files.writeString(stores.resolve("last"), "no store");
    try (StreamRun run =
        StreamRun.of(
            BrokerAccess.plain("test", "127.0.0.1:9"),
            topology(),
            Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                APPLICATION,
                StreamsConfig.STATE_DIR_CONFIG,
                state.toString()),
            () -> {})) {
      assertThat(run.hasFailed()).isFalse();
      assertThatThrownBy(run::start).isInstanceOf(RuntimeException.class);
      assertThat(run.hasFailed()).isTrue();
    }
  }

  private static Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.table(
        "values", Consumed.with(Serdes.String(), Serdes.String()), Materialized.as("last"));
    return builder.build();
  }
}
