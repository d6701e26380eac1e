package jp.tsunagu.gateway.recount;

import java.io.PrintStream;
import java.nio.file.Path;
import jp.tsunagu.gateway.network.NetworkFile;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * The operator's command: {@code java -jar referral-gateway-exec.jar recount
 * --tsunagu.bootstrap-servers=… --tsunagu.network-file=…}.
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

  static int run(PrintStream out, String... arguments) {
    SimpleCommandLinePropertySource options = new SimpleCommandLinePropertySource(arguments);
    String brokers = options.getProperty("tsunagu.bootstrap-servers");
    String file = options.getProperty("tsunagu.network-file");
    if (brokers == null || file == null) {
      out.println("--tsunagu.bootstrap-servers と --tsunagu.network-file を指定してください。");
      return UNUSABLE;
    }
    return switch (NetworkFile.read(Path.of(file))) {
      case NetworkFile.Usable usable ->
          tell(out, new LedgerRecount(brokers, usable.configuration()).run());
      case NetworkFile.Unusable unusable -> {
        unusable.report().forEach(out::println);
        yield UNUSABLE;
      }
    };
  }

  private static int tell(PrintStream out, LedgerRecount.Result result) {
    out.printf(
        "台帳の記録 %,d件、案件 %,d件、不一致 %,d件%n",
        result.events(), result.cases(), result.differences().size());
    result.differences().forEach(out::println);
    return result.agrees() ? AGREES : DIFFERS;
  }
}
