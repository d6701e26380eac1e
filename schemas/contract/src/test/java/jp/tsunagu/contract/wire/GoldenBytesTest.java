package jp.tsunagu.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenBytesTest {
  private static final String HOW_TO_WRITE =
      "bytes of a released schema are missing; write them with"
          + " 'mvn -pl schemas/contract clean test -Dtest=GoldenBytesTest -Drelease.schemas=true'";

  private static final Codec CODEC = Codec.standard();

  @BeforeAll
  static void write_what_is_missing_when_asked_to() throws IOException {
    if (Boolean.getBoolean("release.schemas")) {
      GoldenBytes.writeWhatIsMissing();
    }
  }

  static List<SchemaTable.Entry> entries() {
    return SchemaTable.standard().entries();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void bytes_of_every_version_ever_released_say_what_they_said(SchemaTable.Entry entry)
      throws IOException {
    assertThat(GoldenBytes.file(entry)).as(HOW_TO_WRITE).exists();
    List<GoldenBytes.Sample> samples = GoldenBytes.samples(entry);
    assertThat(samples).isNotEmpty();
    for (GoldenBytes.Sample sample : samples) {
      assertThat(Framing.id(sample.bytes())).isEqualTo(entry.id());
      assertThat(CODEC.decode(sample.bytes()))
          .isInstanceOfSatisfying(
              Decoded.Readable.class,
              read ->
                  assertThat(CanonicalText.of((Record) read.value(), schemaOf(entry)))
                      .isEqualTo(sample.text()));
    }
  }

  private static Schema schemaOf(SchemaTable.Entry entry) {
    return new Schema.Parser().parse(entry.schema());
  }
}
