package jp.tsunagu.compose.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import jp.tsunagu.compose.clock.AdjustableClock;
import tools.jackson.databind.json.JsonMapper;

/**
 * One service in a process of its own. It is told a {@link ChildOrder} on its standard input, ends
 * in order when it is asked to (SIGTERM), and at once when its standard input does, because then
 * who started it is gone.
 */
final class ServiceMain {
  private ServiceMain() {}

  /** Its one argument is the folder for its log files. */
  static void main(String[] arguments) throws IOException, ClassNotFoundException {
    ProcessLogs.to(Path.of(arguments[0]));
    try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      var order = JsonMapper.shared().readValue(lines.readLine(), ChildOrder.class);
      var clock = AdjustableClock.stored(Clock.systemUTC(), Path.of(order.clock()));
      var service = order.service().start(clock);
      Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stopping"));
      while (lines.readLine() != null) {
        continue;
      }
    }
    Runtime.getRuntime().halt(1);
  }
}
