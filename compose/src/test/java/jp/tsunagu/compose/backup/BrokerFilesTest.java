package jp.tsunagu.compose.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import jp.tsunagu.contract.topic.RestoredOffsets;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerFilesTest {
  private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void a_partition_goes_on_behind_whatever_was_read_of_the_lost_time() throws Exception {
    partition("city.ledger.v1-0", 3);
    partition("city.empty.v1-0", 0);
    partition("__consumer_offsets-0", 2);
    var files = new BrokerFiles(folder);
    assertThat(files.ends()).isEqualTo(Map.of("city.ledger.v1-0", 3L, "city.empty.v1-0", 0L));
    files.goOnBehind(2, NOW);
    var next = RestoredOffsets.first(2) + 1;
    assertThat(files.ends()).isEqualTo(Map.of("city.ledger.v1-0", next, "city.empty.v1-0", next));
    var segment = folder.resolve("city.ledger.v1-0").resolve("%020d.log".formatted(next - 1));
    try (var records = FileRecords.open(segment.toFile(), false)) {
      assertThat(records.records()).as("no record is made").isEmpty();
      assertThat(records.batches()).isNotEmpty().allMatch(batch -> batch.isValid());
    }
    assertThatThrownBy(() -> files.goOnBehind(1, NOW)).hasMessageContaining("city.");
  }

  private void partition(String name, int count) throws IOException {
    var partition = Files.createDirectories(folder.resolve(name));
    try (var records =
        FileRecords.open(partition.resolve("%020d.log".formatted(0)).toFile(), true)) {
      for (var number = 0; number < count; number++) {
        var value = Integer.toString(number).getBytes(StandardCharsets.UTF_8);
        records.append(
            MemoryRecords.withRecords(number, Compression.NONE, new SimpleRecord(value)));
      }
    }
  }
}
