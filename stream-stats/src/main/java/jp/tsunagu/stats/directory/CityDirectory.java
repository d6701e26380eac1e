package jp.tsunagu.stats.directory;

import java.util.Optional;
import jp.tsunagu.contract.directory.DirectoryRecord.HolidayOverrides;
import jp.tsunagu.contract.directory.NetworkDirectory;

/** The directory as read so far. */
public record CityDirectory(NetworkDirectory network, Optional<HolidayOverrides> holidays) {

  /** Nothing read yet. */
  public static final CityDirectory EMPTY =
      new CityDirectory(NetworkDirectory.EMPTY, Optional.empty());

  static CityDirectory of(NetworkDirectory network) {
    return new CityDirectory(network, network.holidayOverrides());
  }
}
