package jp.tsunagu.contract.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway publishes in the directory for each kind of line of a whole network.yaml when
 * one goes and when it is put back. The file is written and compared by the gateway's {@code
 * PublishedLinesTest}; the other services are tested with it.
 */
public final class DirectoryLines {

  private static final String FILE = "directory-lines.txt";
  private static final String WHOLE = "whole";
  private static final String ENDED = "-";

  private final Map<String, List<Change>> lines;

  /**
   * A record of the directory topic.
   *
   * @param record none where the key ends
   */
  public record Change(String key, @Nullable DirectoryRecord record) {

    /** As it stands on the topic. */
    public byte @Nullable [] value(Codec codec) {
      return record == null ? null : codec.encode((Record) record);
    }

    private Change in(NetworkId network) {
      return record instanceof NetworkSettings settings
          ? new Change(key, moved(settings, network))
          : this;
    }
  }

  private DirectoryLines(Map<String, List<Change>> lines) {
    this.lines = lines;
  }

  /** Those of the file, in a network of this id. */
  public static DirectoryLines of(NetworkId network) {
    Map<String, List<Change>> lines = new LinkedHashMap<>();
    Codec codec = Codec.standard();
    text()
        .lines()
        .map(line -> line.split("\t"))
        .forEach(
            parts ->
                lines
                    .computeIfAbsent(parts[0], _ -> new ArrayList<>())
                    .add(change(codec, parts[1], parts[2]).in(network)));
    return new DirectoryLines(lines);
  }

  /** The text of a file with these changes. */
  public static String text(List<Change> whole, Map<String, List<Change>> removed) {
    Map<String, List<Change>> lines = new LinkedHashMap<>(Map.of(WHOLE, whole));
    lines.putAll(removed);
    Codec codec = Codec.standard();
    return lines.entrySet().stream()
        .flatMap(kind -> kind.getValue().stream().map(each -> line(kind.getKey(), each, codec)))
        .collect(Collectors.joining());
  }

  /** The text of the file as it stands. */
  public static String text() {
    try (var file = DirectoryLines.class.getResourceAsStream(FILE)) {
      return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every record of a network whose network.yaml is whole, schemas left out. */
  public List<Change> whole() {
    return Objects.requireNonNull(lines.get(WHOLE));
  }

  /** The kinds of line, such as {@code agencies[]}, of which one can go. */
  public List<String> kinds() {
    return lines.keySet().stream().filter(kind -> !kind.equals(WHOLE)).toList();
  }

  /** What is published when a line of this kind goes. */
  public List<Change> removed(String kind) {
    return Objects.requireNonNull(lines.get(kind));
  }

  /** What is published when it is put back. */
  public List<Change> putBack(String kind) {
    return removed(kind).stream().map(Change::key).distinct().map(this::before).toList();
  }

  private Change before(String key) {
    return whole().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseGet(() -> new Change(key, null));
  }

  private static String line(String kind, Change change, Codec codec) {
    byte[] value = change.value(codec);
    String text = value == null ? ENDED : Base64.getEncoder().encodeToString(value);
    return String.join("\t", kind, change.key(), text) + "\n";
  }

  private static Change change(Codec codec, String key, String text) {
    if (text.equals(ENDED)) {
      return new Change(key, null);
    }
    if (codec.decode(Base64.getDecoder().decode(text))
        instanceof Decoded.Readable(DirectoryRecord record)) {
      return new Change(key, record);
    }
    throw new IllegalStateException(
        FILE + " is not of these schemas: write it anew with -Dlines=write in the gateway");
  }

  private static NetworkSettings moved(NetworkSettings settings, NetworkId network) {
    return new NetworkSettings(
        network,
        settings.name(),
        settings.partitions(),
        settings.deskId(),
        settings.areas(),
        settings.choices(),
        settings.answering(),
        settings.incarnation());
  }
}
