package jp.tsunagu.connector.directory;

import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;

/** Is told when the network published something new about itself. */
public interface DirectoryListener {

  /**
   * Called for one hosted agency after the other by the thread that reads the directory, after the
   * snapshot has been stored. Where it fails for one, the others are told all the same, and
   * everybody is told again later.
   */
  void directoryChanged(AgencyId hosted, NetworkDirectory directory);
}
