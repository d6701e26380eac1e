package jp.tsunagu.contract.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/** Appends to the id table what the IDL says anew. Only ever appends. */
final class SchemaRelease {
  private static final Path RESOURCES = Path.of("src/main/resources/jp/tsunagu/contract");
  private static final Path GOLDEN = Path.of("src/test/resources/jp/tsunagu/contract/wire");
  private static final Path TABLE = RESOURCES.resolve("schema-ids.tsv");
  static final Path GOLDEN_TABLE = GOLDEN.resolve("schema-ids.golden.tsv");

  private SchemaRelease() {}

  static void appendWhatIsNew() throws IOException {
    for (Class<? extends Record> type : RecordNames.classes()) {
      String name = RecordNames.nameOf(type);
      Schema current = CurrentSchemas.of(type);
      List<String> versions = rows().stream().filter(row -> isOf(row, name)).toList();
      if (versions.isEmpty() || !current.equals(schema(name, versions.size()))) {
        append(name, versions.size() + 1, SchemaFormatter.format("json/pretty", current) + "\n");
      }
    }
  }

  private static boolean isOf(String row, String name) {
    return row.split("\t", -1)[1].equals(name);
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(TABLE).stream().filter(line -> !line.startsWith("#")).toList();
  }

  private static Path file(String name, int version) {
    return RESOURCES.resolve("schemas").resolve(name + ".v" + version + ".avsc");
  }

  private static Schema schema(String name, int version) throws IOException {
    return new Schema.Parser().parse(Files.readString(file(name, version)));
  }

  private static void append(String name, int version, String json) throws IOException {
    Files.createDirectories(file(name, version).getParent());
    Files.writeString(file(name, version), json, StandardOpenOption.CREATE_NEW);
    String row = String.join("\t", rows().size() + 1 + "", name, version + "", sha256(json)) + "\n";
    Files.writeString(TABLE, row, StandardOpenOption.APPEND);
    Files.createDirectories(GOLDEN);
    Files.writeString(GOLDEN_TABLE, row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
