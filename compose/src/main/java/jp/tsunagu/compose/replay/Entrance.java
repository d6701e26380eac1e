package jp.tsunagu.compose.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.household.Sheet;
import jp.tsunagu.compose.household.SheetCsv;
import jp.tsunagu.compose.household.SheetJson;
import jp.tsunagu.compose.run.DataFolder;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.contract.id.AgencyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands every sheet of the plan to its agency's connector, each by its channel. */
final class Entrance {
  private static final Logger log = LoggerFactory.getLogger(Entrance.class);
  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

  private final DataFolder folder;
  private final Map<AgencyId, SimulatedSystem> systems;
  private final Casebook casebook;
  private final Sheets sheets;

  Entrance(
      DataFolder folder, Map<AgencyId, SimulatedSystem> systems, Casebook casebook, Sheets sheets) {
    this.folder = folder;
    this.systems = systems;
    this.casebook = casebook;
    this.sheets = sheets;
  }

  private record Batch(AgencyId agency, Channel channel) {}

  /** Enters everything: files first, which the connectors then read while REST goes on. */
  void enter(Plan plan) {
    var batches =
        plan.entries().stream()
            .collect(
                Collectors.groupingBy(
                    entry -> new Batch(entry.receivedBy(), channelOf(entry)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    batches.forEach(this::writeFiles);
    batches.forEach(this::post);
  }

  /** The desk connects its own households through its API alone. */
  private static Channel channelOf(Entry entry) {
    return entry.receivedBy().equals(SampleCity.DESK) ? Channel.REST : entry.channel();
  }

  private void writeFiles(Batch batch, List<Entry> entries) {
    var filled = entries.stream().map(sheets::of).toList();
    switch (batch.channel) {
      case CSV_WINDOWS_31J -> write(batch, "win.csv", SheetCsv.write(filled), WINDOWS_31J);
      case CSV_UTF_8 -> write(batch, "utf8.csv", SheetCsv.write(filled), StandardCharsets.UTF_8);
      case JSON_FILE -> writeEach(batch, filled);
      case REST -> {}
    }
  }

  private void writeEach(Batch batch, List<Sheet> filled) {
    for (var number = 0; number < filled.size(); number++) {
      var json = SheetJson.write(filled.get(number));
      write(batch, number + ".json", json, StandardCharsets.UTF_8);
    }
  }

  /** The checksum comes last: it says that the file is complete. */
  private void write(Batch batch, String name, String text, Charset charset) {
    var directory = folder.exchange().resolve(batch.agency.value()).resolve("out");
    var file = directory.resolve(casebook.run() + "-" + name);
    try {
      Files.createDirectories(directory);
      var content = text.getBytes(charset);
      Files.write(file, content);
      Files.writeString(Path.of(file + ".sha256"), Sha256.hex(content) + "  " + file.getFileName());
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot write " + file, exception);
    }
  }

  private void post(Batch batch, List<Entry> entries) {
    if (batch.channel != Channel.REST) {
      return;
    }
    var client = Objects.requireNonNull(systems.get(batch.agency)).client();
    for (var entry : entries) {
      var reply = client.register(SheetJson.write(sheets.of(entry)));
      if (reply.isSuccess()) {
        casebook.note(reply.text("caseId"), entry);
      } else {
        casebook.refused();
        log.warn("{} could not register number {}: {}", batch.agency, entry.number(), reply);
      }
    }
  }
}
