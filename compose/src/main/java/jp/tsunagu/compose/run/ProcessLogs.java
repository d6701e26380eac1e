package jp.tsunagu.compose.run;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where the one logging configuration of this process writes. */
public final class ProcessLogs {
  private ProcessLogs() {}

  /** To be said before the first logger exists; afterwards no application changes it. */
  public static void to(Path folder) {
    System.setProperty("tsunagu.logs", folder.toString());
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
