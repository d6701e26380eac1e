package jp.tsunagu.runtime.aside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.SchemaEntry;
import jp.tsunagu.contract.topic.Partitions;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.aside.Reading.Readable;
import jp.tsunagu.runtime.aside.Reading.Unreadable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CodecReaderTest {
  private static final int PARTITIONS = 6;
  private static final SchemaEntry RECORD = new SchemaEntry(7_001, "jp.tsunagu.New", 1, "{}");
  private final Codec codec = Codec.standard();
  private final byte[] value = codec.encode(RECORD);
  private final String key = RECORD.key();
  private final RecordReader<DirectoryRecord> reader = reader(false);

  private RecordReader<DirectoryRecord> reader(boolean takesDeletions) {
    return new CodecReader<>(
        codec,
        DirectoryRecord.class,
        new KeyRule<>(text -> text.contains("/"), DirectoryRecord::key),
        () -> PARTITIONS,
        value.length + 100,
        takesDeletions);
  }

  private RawRecord record(@Nullable String recordKey, byte @Nullable [] bytes) {
    int partition = recordKey == null ? 0 : Partitions.of(recordKey, PARTITIONS);
    byte[] keyBytes = recordKey == null ? null : recordKey.getBytes(StandardCharsets.UTF_8);
    return new RawRecord(new Place("t", partition, 0), keyBytes, bytes);
  }

  private Reading<DirectoryRecord> read(@Nullable String recordKey, byte @Nullable [] bytes) {
    return reader.read(record(recordKey, bytes));
  }

  @Test
  void a_record_in_its_place_under_its_key_is_read() {
    assertThat(read(key, value)).isEqualTo(new Readable<DirectoryRecord>(key, RECORD));
  }

  @Test
  void what_is_wrong_with_a_record_is_told_and_whose_it_is_where_that_can_be_told() {
    byte[] unknown = value.clone();
    unknown[1] = 0x7f;
    byte[] cut = java.util.Arrays.copyOf(value, value.length - 1);
    assertThat(read(key, new byte[] {1, 2, 3})).isEqualTo(unreadable(key, AsideReason.NOT_FRAMED));
    assertThat(read(key, cut)).isEqualTo(unreadable(key, AsideReason.BYTES_BROKEN));
    assertThat(read(key, unknown)).isEqualTo(unreadable(key, AsideReason.SCHEMA_UNKNOWN));
    assertThat(read(key, null)).isEqualTo(unreadable(key, AsideReason.VALUE_MISSING));
    assertThat(read("other/key", value)).isEqualTo(unreadable("other/key", AsideReason.KEY_WRONG));
    assertThat(read(null, value)).isEqualTo(unreadable(null, AsideReason.KEY_MISSING));
    assertThat(read("no key", value)).isEqualTo(unreadable(null, AsideReason.KEY_UNUSABLE));
    assertThat(read(key, new byte[value.length + 101]))
        .isEqualTo(unreadable(key, AsideReason.OVERSIZED));
  }

  @Test
  void a_record_in_the_wrong_partition_is_not_read() {
    RawRecord right = record(key, value);
    Place wrong = new Place("t", (right.place().partition() + 1) % PARTITIONS, 0);
    assertThat(reader.read(new RawRecord(wrong, right.key(), value)))
        .isEqualTo(unreadable(key, AsideReason.PARTITION_WRONG));
  }

  @Test
  void a_key_that_is_no_text_or_endless_is_not_usable() {
    Place place = new Place("t", 0, 0);
    assertThat(reader.read(new RawRecord(place, new byte[] {(byte) 0xff, 0x2f}, value)))
        .isEqualTo(unreadable(null, AsideReason.KEY_UNUSABLE));
    assertThat(read("a/".repeat(200), value)).isEqualTo(unreadable(null, AsideReason.KEY_UNUSABLE));
  }

  @Test
  void a_deletion_is_read_where_it_means_something() {
    assertThat(reader(true).read(record(key, null)))
        .isEqualTo(new Readable<DirectoryRecord>(key, null));
  }

  private static Unreadable<DirectoryRecord> unreadable(@Nullable String key, AsideReason reason) {
    return new Unreadable<>(key, reason);
  }
}
