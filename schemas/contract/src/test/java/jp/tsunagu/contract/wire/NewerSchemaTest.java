package jp.tsunagu.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import jp.tsunagu.contract.directory.DirectoryRecord.SchemaEntry;
import jp.tsunagu.contract.testing.RandomRecords;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records of a newer program, whose schema was announced in the directory. */
class NewerSchemaTest {
  private static final int NEW_ID = 4_711;
  private static final int ROUNDS = 40;

  private final Codec codec = Codec.standard();
  private final SplittableRandom chance = new SplittableRandom(20_270_401);
  private final RandomRecords random = new RandomRecords(chance);

  static List<Class<? extends Record>> records() {
    return RecordNames.classes();
  }

  @ParameterizedTest
  @MethodSource("records")
  void are_read_as_what_this_program_knows_once_their_schema_is_learnt(Class<? extends Record> type)
      throws IOException {
    Schema current = CurrentSchemas.of(type);
    Schema newer = newer(current);
    byte[] first = writtenWith(newer, current, random.next(type));
    assertThat(codec.decode(first))
        .isEqualTo(new Decoded.Unreadable(UnreadableReason.SCHEMA_UNKNOWN));

    assertThat(codec.learn(new SchemaEntry(NEW_ID, "any", 2, newer.toString()))).isTrue();

    for (int i = 0; i < ROUNDS; i++) {
      Record value = random.next(type);
      byte[] bytes = writtenWith(newer, current, value);
      assertThat(codec.decode(bytes)).isEqualTo(new Decoded.Readable(value));
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void are_told_as_broken_when_they_are_and_the_next_one_is_read(Class<? extends Record> type)
      throws IOException {
    Schema current = CurrentSchemas.of(type);
    Schema newer = newer(current);
    codec.learn(new SchemaEntry(NEW_ID, "any", 2, newer.toString()));
    for (int i = 0; i < ROUNDS; i++) {
      Record value = random.next(type);
      byte[] bytes = writtenWith(newer, current, value);
      int cut = Framing.LENGTH + chance.nextInt(bytes.length - Framing.LENGTH);
      assertThat(codec.decode(Arrays.copyOf(bytes, cut)))
          .isEqualTo(new Decoded.Unreadable(UnreadableReason.BYTES_BROKEN));
      byte[] flipped = bytes.clone();
      flipped[Framing.LENGTH + chance.nextInt(bytes.length - Framing.LENGTH)] ^=
          (byte) (1 + chance.nextInt(255));
      assertThat(codec.decode(flipped)).isNotNull();
      assertThat(codec.decode(bytes)).isEqualTo(new Decoded.Readable(value));
    }
  }

  /** Another order of fields and one that this program does not know. */
  private static Schema newer(Schema current) {
    List<Schema.Field> fields = new ArrayList<>();
    fields.add(new Schema.Field("invented", Schema.create(Schema.Type.STRING), null, "default"));
    current.getFields().reversed().forEach(f -> fields.add(new Schema.Field(f, f.schema())));
    return Schema.createRecord(current.getFullName(), null, null, false, fields);
  }

  private byte[] writtenWith(Schema newer, Schema current, Record value) throws IOException {
    byte[] bytes = codec.encode(value);
    var body = DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null);
    GenericRecord known = new GenericDatumReader<GenericRecord>(current).read(null, body);
    GenericRecord next = new GenericData.Record(newer);
    current.getFields().forEach(field -> next.put(field.name(), known.get(field.name())));
    next.put("invented", "something new");
    var out = new ByteArrayOutputStream();
    out.writeBytes(Framing.header(NEW_ID));
    var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(newer).write(next, encoder);
    return out.toByteArray();
  }
}
