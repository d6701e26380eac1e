package jp.tsunagu.gateway.directory;

import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.gateway.network.NetworkConfiguration;

/**
 * A network goes never back to an earlier incarnation: events would bear the ids of others that
 * somebody may have had.
 */
public final class Restored {

  private Restored() {}

  /**
   * What of the file takes the restoration back, a line; empty if nothing does.
   *
   * @param standing what the directory topic holds, by key
   */
  public static List<String> faults(
      NetworkConfiguration network, Map<String, DirectoryRecord> standing) {
    NetworkSettings now = network.settings();
    return standing.get(now.key()) instanceof NetworkSettings before
            && before.incarnation() > now.incarnation()
        ? List.of(
            "network.yaml: network.incarnation の "
                + now.incarnation()
                + " は、復元された網の "
                + before.incarnation()
                + " より前のものです。'incarnation: "
                + before.incarnation()
                + "' の行を network の下に戻してください。")
        : List.of();
  }
}
