package jp.tsunagu.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.testing.RandomRecords;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A reader that knows the written wire format, the id table and Avro, and no class of this package:
 * magic byte 0, id in 4 bytes big-endian, Avro binary.
 */
class IndependentReaderTest {
  private static final String RESOURCES = "/jp/tsunagu/contract/";
  private static final Codec WRITER = Codec.standard();
  private final RandomRecords random = new RandomRecords(new SplittableRandom(11));

  static List<Class<? extends Record>> records() {
    return RecordNames.classes();
  }

  @ParameterizedTest
  @MethodSource("records")
  void another_reader_understands_every_record(Class<? extends Record> type) throws IOException {
    for (int i = 0; i < 20; i++) {
      GenericRecord read = read(WRITER.encode(random.next(type)));
      assertThat(read.getSchema().getName()).isEqualTo(type.getSimpleName());
    }
  }

  @Test
  void another_reader_finds_the_values_under_the_names_of_the_contract() throws IOException {
    var sent = (ReferralSent) random.next(ReferralSent.class);
    GenericRecord read = read(WRITER.encode(sent));
    assertThat(read.get("referralId").toString()).isEqualTo(sent.referralId().toString());
    assertThat(read.get("receiver").toString()).isEqualTo(sent.parties().receiver().value());
    assertThat(read.get("mode").toString()).isEqualTo(sent.mode().name());
    var header = (GenericRecord) read.get("header");
    assertThat(header.get("sequence")).isEqualTo(sent.header().sequence());
    assertThat(header.get("recordedAt")).isEqualTo(sent.header().recordedAt().toEpochMilli());
    assertThat(header.getSchema().getField("recordedAt").schema().getLogicalType().getName())
        .isEqualTo("timestamp-millis");
    assertThat(header.getSchema().getField("caseId").schema().getLogicalType().getName())
        .isEqualTo("uuid");
  }

  @ParameterizedTest
  @MethodSource("records")
  void the_generated_classes_can_be_read_into(Class<? extends Record> type) throws Exception {
    Class<?> generated = Class.forName(RecordNames.nameOf(type));
    for (int i = 0; i < 20; i++) {
      byte[] bytes = WRITER.encode(random.next(type));
      Object read = new SpecificDatumReader<>(generated).read(null, body(bytes));
      assertThat(read).isInstanceOf(generated);
    }
  }

  private static GenericRecord read(byte[] bytes) throws IOException {
    ByteBuffer frame = ByteBuffer.wrap(bytes);
    assertThat(frame.get()).isZero();
    BinaryDecoder body = body(bytes);
    GenericRecord read =
        new GenericDatumReader<GenericRecord>(schema(frame.getInt())).read(null, body);
    assertThat(body.isEnd()).isTrue();
    return read;
  }

  private static BinaryDecoder body(byte[] bytes) {
    return DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null);
  }

  private static Schema schema(int id) throws IOException {
    String row =
        text("schema-ids.tsv")
            .lines()
            .filter(line -> line.startsWith(id + "\t"))
            .findFirst()
            .orElseThrow();
    String[] cells = row.split("\t", -1);
    return new Schema.Parser().parse(text("schemas/" + cells[1] + ".v" + cells[2] + ".avsc"));
  }

  private static String text(String resource) throws IOException {
    try (InputStream stream =
        IndependentReaderTest.class.getResourceAsStream(RESOURCES + resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
