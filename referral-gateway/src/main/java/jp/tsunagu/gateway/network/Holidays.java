package jp.tsunagu.gateway.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.calendar.HolidayFile;
import jp.tsunagu.contract.directory.DirectoryRecord.HolidayOverrides;

/** The holidays of the file beside network.yaml; none leaves those by law. */
final class Holidays {

  private Holidays() {}

  static HolidayOverrides read(YamlMap root, Path networkFile) {
    return root.optional("holidayFile")
        .flatMap(value -> value.text().flatMap(name -> content(value, networkFile, name)))
        .map(HolidayOverrides::of)
        .orElse(new HolidayOverrides(List.of()));
  }

  private static Optional<HolidayFile.Usable> content(
      YamlValue place, Path networkFile, String name) {
    try {
      byte[] content = Files.readAllBytes(networkFile.resolveSibling(name));
      return switch (HolidayFile.read(content)) {
        case HolidayFile.Usable usable -> Optional.of(usable);
        case HolidayFile.Unusable unusable -> {
          unusable
              .faults()
              .forEach(fault -> place.fault("の '" + name + "' " + fault.message() + "。", ""));
          yield Optional.empty();
        }
      };
    } catch (IOException unreadable) {
      return place.fault("'" + name + "' を読めません。", "network.yaml と同じフォルダーに置いてください。");
    }
  }
}
