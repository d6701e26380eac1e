package jp.tsunagu.compose;

import java.nio.file.Path;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.run.DataFolder;
import jp.tsunagu.compose.run.ProcessLogs;
import jp.tsunagu.compose.run.SingleMachine;
import org.apache.kafka.common.utils.Exit;

/** What belongs to the process as a whole: its log files, its signals, its end. */
final class Surroundings {
  private static final int HALTED = 4;

  private Surroundings() {}

  /** Before the first logger exists: where it writes, and that no application changes that. */
  static void prepare(Path logs, Console console) {
    ProcessLogs.to(logs);
    Exit.setHaltProcedure((_, reason) -> halt(reason, logs, console));
    Exit.setExitProcedure((_, reason) -> halt(reason, logs, console));
  }

  /** The broker gives up on a disk it cannot write to, and takes the process with it. */
  private static void halt(String reason, Path logs, Console console) {
    console.line("ブローカーが続けられなくなったので、すべてを止めます。ディスクの空きを確かめてください。");
    console.line("理由: " + reason + "。詳しい記録: " + logs);
    Runtime.getRuntime().halt(HALTED);
  }

  /** One shutdown hook for everything, so that the order is ours. */
  static void stopInOrder(SingleMachine machine, DataFolder folder, Console console) {
    var hook =
        new Thread(
            () -> {
              var begun = System.nanoTime();
              console.line("終了しています…");
              machine.close();
              folder.close();
              console.line("終了しました(%.1f 秒)", (System.nanoTime() - begun) / 1e9);
            },
            "tsunagu-shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
  }
}
