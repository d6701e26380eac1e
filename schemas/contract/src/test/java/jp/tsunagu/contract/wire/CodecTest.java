package jp.tsunagu.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import jp.tsunagu.contract.directory.DirectoryRecord.SchemaEntry;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.testing.RandomRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodecTest {
  private static final int ROUNDS = 60;
  private static final int NEW_ID = 4_711;

  private static final Codec CODEC = Codec.standard();
  private final RandomRecords random = new RandomRecords(new SplittableRandom(20_261_121));

  static List<Class<? extends Record>> records() {
    return RecordNames.classes();
  }

  @ParameterizedTest
  @MethodSource("records")
  void every_record_comes_back_as_it_went(Class<? extends Record> type) {
    for (int i = 0; i < ROUNDS; i++) {
      Record value = random.next(type);
      byte[] bytes = CODEC.encode(value);
      assertThat(CODEC.decode(bytes)).isEqualTo(new Decoded.Readable(value));
      assertThat(CODEC.encode(value)).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void broken_bytes_are_told_and_never_thrown(Class<? extends Record> type) {
    var chance = new SplittableRandom(7);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = CODEC.encode(random.next(type));
      assertThat(CODEC.decode(Arrays.copyOf(bytes, bytes.length + 1))).isEqualTo(broken());
      int cut = Framing.LENGTH + chance.nextInt(bytes.length - Framing.LENGTH);
      assertThat(CODEC.decode(Arrays.copyOf(bytes, cut))).isEqualTo(broken());
      bytes[Framing.LENGTH + chance.nextInt(bytes.length - Framing.LENGTH)] ^=
          (byte) (1 + chance.nextInt(255));
      assertThat(CODEC.decode(bytes)).isNotNull();
    }
  }

  @Test
  void garbage_is_not_framed_or_of_an_unknown_schema() {
    assertThat(CODEC.decode(new byte[0])).isEqualTo(because(UnreadableReason.NOT_FRAMED));
    assertThat(CODEC.decode("garbage".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(because(UnreadableReason.NOT_FRAMED));
    assertThat(CODEC.decode(Framing.header(99_999)))
        .isEqualTo(because(UnreadableReason.SCHEMA_UNKNOWN));
    assertThat(CODEC.decode(Framing.header(1))).isEqualTo(broken());
  }

  @Test
  void a_length_beyond_the_bytes_costs_no_memory() {
    byte[] hostile = {-2, -1, -1, -1, -1, -1, -1, -1, -1, 1};
    for (SchemaTable.Entry entry : SchemaTable.standard().entries()) {
      byte[] framed =
          ByteBuffer.allocate(Framing.LENGTH + hostile.length)
              .put(Framing.header(entry.id()))
              .put(hostile)
              .array();
      assertThat(CODEC.decode(framed)).isEqualTo(broken());
    }
  }

  @Test
  void what_does_not_travel_on_its_own_is_not_encoded() {
    assertThatIllegalArgumentException().isThrownBy(() -> CODEC.encode(new PersonRef(1)));
  }

  @Test
  void a_schema_that_cannot_be_read_is_not_learnt() {
    String foreign = "{\"type\":\"record\",\"name\":\"other.Thing\",\"fields\":[]}";
    assertThat(CODEC.learn(new SchemaEntry(NEW_ID, "any", 1, "{broken"))).isFalse();
    assertThat(CODEC.learn(new SchemaEntry(NEW_ID, "any", 1, foreign))).isFalse();
    String empty =
        "{\"type\":\"record\",\"name\":\"jp.tsunagu.contract.avro.event.ReferralSent\",\"fields\":[]}";
    assertThat(CODEC.learn(new SchemaEntry(NEW_ID, "any", 1, empty))).isFalse();
  }

  private static Decoded broken() {
    return because(UnreadableReason.BYTES_BROKEN);
  }

  private static Decoded because(UnreadableReason reason) {
    return new Decoded.Unreadable(reason);
  }
}
