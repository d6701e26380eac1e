package jp.tsunagu.stats.directory;

import java.util.Collection;
import java.util.Optional;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.HolidayOverrides;
import jp.tsunagu.contract.directory.NetworkDirectory;

/** The directory as read so far. */
public record CityDirectory(NetworkDirectory network, Optional<HolidayOverrides> holidays) {

  /** Nothing read yet. */
  public static final CityDirectory EMPTY =
      new CityDirectory(NetworkDirectory.EMPTY, Optional.empty());

  static CityDirectory of(Collection<DirectoryRecord> records) {
    Optional<HolidayOverrides> holidays =
        records.stream()
            .filter(HolidayOverrides.class::isInstance)
            .map(HolidayOverrides.class::cast)
            .findFirst();
    return new CityDirectory(NetworkDirectory.EMPTY.with(records), holidays);
  }
}
