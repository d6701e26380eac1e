package jp.tsunagu.runtime.directory;

import java.util.Set;
import jp.tsunagu.contract.directory.NetworkDirectory;

/** Is told when the network published something new about itself. */
@FunctionalInterface
public interface DirectoryListener {

  /** Nobody listens. */
  DirectoryListener NONE = (_, _) -> {};

  /**
   * Called by the thread that follows the directory, first when everything that stood in the topic
   * at the start was read, then after every change. If it fails, it is called again with back-off.
   *
   * @param unreadableKeys keys whose newest record cannot be read: what they said before the topic
   *     was read this time goes on to hold
   */
  void directoryChanged(NetworkDirectory directory, Set<String> unreadableKeys);
}
