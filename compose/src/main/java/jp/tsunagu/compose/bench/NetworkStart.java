package jp.tsunagu.compose.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.compose.run.DataFolder;
import jp.tsunagu.compose.run.Ports;
import jp.tsunagu.compose.run.ProcessLogs;
import jp.tsunagu.compose.run.SingleMachine;

/** Starts the network of a data folder as {@code compose/start} does and ends when told to. */
final class NetworkStart {
  /** Beside its log files. */
  static final String DATA = "data";

  private NetworkStart() {}

  /** Its one argument is the folder for its log files. */
  static void main(String[] arguments) throws IOException, TimeoutException {
    var logs = Path.of(arguments[0]);
    ProcessLogs.to(logs);
    if (DataFolder.claim(logs.resolve(DATA)) instanceof DataFolder.Claim.Claimed(var folder)) {
      var all = new SingleMachine.Settings(folder, Ports.anyFree(), false, Map.of());
      try (folder;
          var _ = SingleMachine.start(all, _ -> {})) {
        StartTrial.tellReady();
      }
    }
    Runtime.getRuntime().exit(0);
  }
}
