package jp.tsunagu.contract.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import jp.tsunagu.contract.testing.RandomRecords;
import org.apache.avro.Schema;

/**
 * Bytes of every version of every record as they were when it was released, with what they say. A
 * file is written once and never again: pairs of lines, bytes in hexadecimal digits and text.
 */
final class GoldenBytes {
  private static final Path FOLDER = Path.of("src/test/resources/jp/tsunagu/contract/wire/golden");
  private static final int SAMPLES = 3;

  /** One pair of lines. */
  record Sample(byte[] bytes, String text) {}

  private GoldenBytes() {}

  static Path file(SchemaTable.Entry entry) {
    return FOLDER.resolve(entry.recordName() + ".v" + entry.version() + ".txt");
  }

  static List<Sample> samples(SchemaTable.Entry entry) throws IOException {
    List<String> lines = Files.readAllLines(file(entry));
    return IntStream.range(0, lines.size() / 2)
        .mapToObj(i -> new Sample(HexFormat.of().parseHex(lines.get(2 * i)), lines.get(2 * i + 1)))
        .toList();
  }

  /** For every newest version that has no file yet. */
  static void writeWhatIsMissing() throws IOException {
    Files.createDirectories(FOLDER);
    Codec codec = Codec.standard();
    for (Class<? extends Record> type : RecordNames.classes()) {
      var newest = SchemaTable.standard().versionsOf(RecordNames.nameOf(type)).getLast();
      if (!Files.exists(file(newest))) {
        Files.writeString(
            file(newest),
            text(codec, type, new Schema.Parser().parse(newest.schema())),
            StandardOpenOption.CREATE_NEW);
      }
    }
  }

  private static String text(Codec codec, Class<? extends Record> type, Schema schema) {
    RandomRecords random = new RandomRecords(new SplittableRandom(type.getSimpleName().hashCode()));
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < SAMPLES; i++) {
      Record value = random.next(type);
      lines.append(HexFormat.of().formatHex(codec.encode(value))).append('\n');
      lines.append(CanonicalText.of(value, schema)).append('\n');
    }
    return lines.toString();
  }
}
