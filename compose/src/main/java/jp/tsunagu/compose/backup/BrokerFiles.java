package jp.tsunagu.compose.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.contract.topic.RestoredOffsets;
import jp.tsunagu.runtime.file.OwnerOnly;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.RecordBatch;

/**
 * The log segments of a broker that does not run.
 *
 * <p>After a restoration no offset is used a second time: every partition goes on far behind
 * whatever anybody can have read of the lost time ({@link #goOnBehind}). So nobody who stood behind
 * the restored end takes a new record for one that he has had.
 */
final class BrokerFiles {
  private static final String SEGMENT = ".log";

  private final Path folder;

  BrokerFiles(Path folder) {
    this.folder = folder;
  }

  /** The next offset of each partition, by topic and number. */
  Map<String, Long> ends() throws IOException {
    var ends = new TreeMap<String, Long>();
    for (var partition : partitions()) {
      ends.put(partition.getFileName().toString(), end(partition).offset());
    }
    return ends;
  }

  /**
   * Where a partition ends.
   *
   * @param epoch of its last leader
   */
  private record End(long offset, int epoch) {}

  /** Kafka's own topics, whose names begin so, are left as they are: nobody else follows them. */
  private List<Path> partitions() throws IOException {
    try (var folders = Files.list(folder)) {
      return folders
          .filter(Files::isDirectory)
          .filter(each -> each.getFileName().toString().matches("[^_].*-\\d+"))
          .sorted()
          .toList();
    }
  }

  private static End end(Path partition) throws IOException {
    var end = new End(0, 0);
    for (var segment : segments(partition)) {
      var begin = Long.parseLong(segment.getFileName().toString().replace(SEGMENT, ""));
      end = new End(Math.max(begin, end.offset), end.epoch);
      try (var records = FileRecords.open(segment.toFile(), false)) {
        for (var batch : records.batches()) {
          end = new End(batch.nextOffset(), Math.max(0, batch.partitionLeaderEpoch()));
        }
      }
    }
    return end;
  }

  private static List<Path> segments(Path partition) throws IOException {
    try (var files = Files.list(partition)) {
      return files.filter(each -> each.toString().endsWith(SEGMENT)).sorted().toList();
    }
  }

  /**
   * Every partition goes on at the first offset of this incarnation: behind its last segment comes
   * one with a batch of no records, such as the cleaning of a log leaves too.
   *
   * @throws IllegalStateException when a partition is further already
   */
  void goOnBehind(int incarnation, Instant now) throws IOException {
    var next = RestoredOffsets.first(incarnation);
    for (var partition : partitions()) {
      var end = end(partition);
      if (end.offset > next) {
        throw new IllegalStateException(partition + " is at " + end.offset + ", behind " + next);
      }
      var batch = ByteBuffer.allocate(DefaultRecordBatch.RECORD_BATCH_OVERHEAD);
      DefaultRecordBatch.writeEmptyHeader(
          batch,
          RecordBatch.CURRENT_MAGIC_VALUE,
          RecordBatch.NO_PRODUCER_ID,
          RecordBatch.NO_PRODUCER_EPOCH,
          RecordBatch.NO_SEQUENCE,
          next,
          next,
          end.epoch,
          TimestampType.LOG_APPEND_TIME,
          now.toEpochMilli(),
          false,
          false);
      OwnerOnly.write(partition.resolve("%020d%s".formatted(next, SEGMENT)), batch.array());
    }
  }
}
