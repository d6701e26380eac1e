package jp.tsunagu.compose;

import java.nio.file.Path;
import java.util.List;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.run.ProcessLogs;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

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
  private static void halt(@Nullable String reason, Path logs, Console console) {
    lastWords(reason, logs).forEach(console::line);
    Runtime.getRuntime().halt(HALTED);
  }

  /** Kafka does not always say why; its log does. */
  static List<String> lastWords(@Nullable String reason, Path logs) {
    return List.of(
        "ブローカーが続けられなくなったので、すべてを止めます。ディスクの空きを確かめてください。",
        reason == null || reason.isBlank()
            ? "詳しい理由は記録にあります: " + logs
            : "理由: " + reason + "。詳しい記録: " + logs);
  }
}
