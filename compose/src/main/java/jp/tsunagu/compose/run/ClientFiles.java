package jp.tsunagu.compose.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.runtime.file.OwnerOnly;

/**
 * Settings files for programs beside this run, written at each start and readable by their owner
 * only: so that no password stands on a command line, which everybody sees.
 */
record ClientFiles(Path folder, Logins logins, String bootstrapServers) {

  /** For Kafka's own programs, and for recount and rebuild of the statistics. */
  void write() {
    try {
      OwnerOnly.folder(folder);
      write("reader.properties", ofReader());
      write("statistics.properties", ofStatistics());
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot write to " + folder, exception);
    }
  }

  private Map<String, String> ofReader() {
    var all = new TreeMap<>(logins.reader().settings());
    all.put("bootstrap.servers", bootstrapServers);
    all.put("group.id", logins.reader().user());
    all.put("isolation.level", "read_committed");
    all.put("auto.offset.reset", "earliest");
    return all;
  }

  private Map<String, String> ofStatistics() {
    var all = new TreeMap<>(new WayToTheBroker(bootstrapServers).of(logins.statistics()));
    all.put("tsunagu.network-id", logins.city().network().value());
    all.put("tsunagu.stats.peer-token", SampleCity.PEER_TOKEN);
    return all;
  }

  private void write(String name, Map<String, String> settings) throws IOException {
    var lines =
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
            .collect(Collectors.joining());
    OwnerOnly.write(folder.resolve(name), lines.getBytes(StandardCharsets.UTF_8));
  }
}
