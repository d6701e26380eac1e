package jp.tsunagu.gateway.recount;

import java.io.PrintStream;
import java.nio.file.Path;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.gateway.network.NetworkFile;
import jp.tsunagu.runtime.broker.CommandSettings;
import jp.tsunagu.runtime.start.Faults;
import jp.tsunagu.runtime.start.StartRefused;

/**
 * The operator's command: {@code java -jar referral-gateway-exec.jar recount
 * --spring.kafka.bootstrap-servers=… --tsunagu.network-file=…}.
 */
public final class RecountCommand {

  /** Its word on the command line. */
  public static final String NAME = "recount";

  private static final int AGREES = 0;
  private static final int DIFFERS = 1;
  private static final int UNUSABLE = 2;

  private RecountCommand() {}

  /** Runs it and tells the result; gives the exit code: 0 where everything agrees. */
  public static int run(String... arguments) {
    return run(System.out, arguments);
  }

  /** The same, told here. */
  public static int run(PrintStream out, String... arguments) {
    try (CommandSettings settings = CommandSettings.of("referral-gateway", arguments)) {
      String file = settings.get("tsunagu.network-file").orElse("");
      Faults faults = new Faults();
      settings.check(faults);
      faults.require("tsunagu.network-file", file, "network.yaml の場所", "/path/to/network.yaml");
      if (!faults.list().isEmpty()) {
        faults.list().forEach(out::println);
        return UNUSABLE;
      }
      NetworkConfiguration network = NetworkFile.usable(Path.of(file));
      return tell(out, new LedgerRecount(settings.broker(), network).run());
    } catch (StartRefused refused) {
      refused.report().forEach(out::println);
      return UNUSABLE;
    }
  }

  private static int tell(PrintStream out, LedgerRecount.Result result) {
    out.printf(
        "台帳の記録 %,d件、案件 %,d件、不一致 %,d件%n",
        result.events(), result.cases(), result.differences().size());
    result.differences().forEach(out::println);
    return result.agrees() ? AGREES : DIFFERS;
  }
}
