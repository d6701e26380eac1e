package jp.tsunagu.connector.takeout;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.tsunagu.runtime.text.SpreadsheetCell;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ZIP while it is written: one file after the other, and of none more in memory than it is
 * handed. Whoever reads it may be gone at any time: then an {@link UncheckedIOException}.
 */
final class Archive implements Closeable {

  private static final String BOM = "\uFEFF";

  private final ZipOutputStream zip;
  private final JsonMapper json;
  private final Map<Taken, Long> counts = new EnumMap<>(Taken.class);

  Archive(OutputStream out, JsonMapper json) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.json = json;
  }

  /** So many more of these are in it. */
  void count(Taken kind, long more) {
    counts.merge(kind, more, Long::sum);
  }

  /** How many of this kind are in it by now. */
  long count(Taken kind) {
    return counts.getOrDefault(kind, 0L);
  }

  void bytes(String name, byte[] content) {
    file(name, out -> out.write(content));
  }

  /** With a byte order mark, so that a spreadsheet reads it as it is. */
  void text(String name, String content) {
    bytes(name, (BOM + content).getBytes(StandardCharsets.UTF_8));
  }

  void json(String name, Object value) {
    bytes(name, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
  }

  /** Takes lines of a file one by one. */
  void lines(String name, Consumer<Consumer<Object>> lines) {
    file(
        name,
        out ->
            lines.accept(
                value -> {
                  try {
                    out.write(json.writeValueAsBytes(value));
                    out.write('\n');
                  } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                  }
                }));
  }

  /** A CSV (UTF-8 with BOM) whose lines come one by one. */
  void table(String name, List<String> headings, Consumer<Consumer<List<String>>> lines) {
    file(
        name,
        out -> {
          OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          text.write(BOM);
          CsvWriter csv = CsvWriter.builder().build(text);
          csv.writeRecord(headings);
          lines.accept(cells -> csv.writeRecord(cells.stream().map(SpreadsheetCell::of).toList()));
          csv.flush();
        });
  }

  @FunctionalInterface
  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private void file(String name, Content content) {
    try {
      zip.putNextEntry(new ZipEntry(name));
      content.write(zip);
      zip.closeEntry();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public void close() throws IOException {
    zip.finish();
    zip.flush();
  }
}
