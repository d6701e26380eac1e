package jp.tsunagu.connector.directory;

import jp.tsunagu.contract.directory.NetworkDirectory;

/** What the network says about itself, as far as this process has read it. */
public interface CurrentDirectory {

  /**
   * The newest snapshot; while the broker is down the last one read, and {@link
   * NetworkDirectory#EMPTY} before the very first.
   */
  NetworkDirectory snapshot();
}
