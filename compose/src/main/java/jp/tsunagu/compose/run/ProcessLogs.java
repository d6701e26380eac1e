package jp.tsunagu.compose.run;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The one logging configuration of this process. No application may change it: two that start side
 * by side would reset it under each other.
 */
public final class ProcessLogs {
  private ProcessLogs() {}

  /** Where it writes; to be said before the first logger exists. */
  public static void to(Path folder) {
    System.setProperty("tsunagu.logs", folder.toString());
    shared();
  }

  /** Applications started from now on leave it as it is. */
  static void shared() {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
