package jp.tsunagu.connector.directory;

import jp.tsunagu.contract.directory.NetworkDirectory;

/** Is told when the network published something new about itself. */
public interface DirectoryListener {

  /** Called by the thread that reads the directory, after the snapshot has been stored. */
  void directoryChanged(NetworkDirectory directory);
}
