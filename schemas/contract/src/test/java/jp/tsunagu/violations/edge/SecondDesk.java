package jp.tsunagu.violations.edge;

import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;

/** Asks the settings who the desk is. */
final class SecondDesk {

  private SecondDesk() {}

  static AgencyId of(NetworkDirectory directory) {
    NetworkSettings settings = directory.settings().orElseThrow();
    return settings.deskId();
  }
}
