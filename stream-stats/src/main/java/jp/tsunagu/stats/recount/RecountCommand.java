package jp.tsunagu.stats.recount;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.stats.directory.CityRules;
import jp.tsunagu.stats.directory.DirectoryFollower;
import jp.tsunagu.stats.figure.FigureRules;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * The operator's command: {@code java -jar stream-stats-exec.jar recount
 * --tsunagu.bootstrap-servers=… --tsunagu.network-id=…}.
 */
public final class RecountCommand {

  /** Its word on the command line. */
  public static final String NAME = "recount";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int AGREES = 0;
  private static final int DIFFERS = 1;
  private static final int UNUSABLE = 2;

  private RecountCommand() {}

  /** Runs it and tells the result; gives the exit code: 0 where everything agrees. */
  public static int run(String... arguments) throws InterruptedException {
    return run(System.out, arguments);
  }

  static int run(PrintStream out, String... arguments) throws InterruptedException {
    SimpleCommandLinePropertySource options = new SimpleCommandLinePropertySource(arguments);
    String brokers = options.getProperty("tsunagu.bootstrap-servers");
    String network = options.getProperty("tsunagu.network-id");
    if (brokers == null || network == null) {
      out.println("--tsunagu.bootstrap-servers と --tsunagu.network-id を指定してください。");
      return UNUSABLE;
    }
    return recount(out, brokers, new NetworkId(network));
  }

  private static int recount(PrintStream out, String brokers, NetworkId network)
      throws InterruptedException {
    Codec codec = Codec.standard();
    try (DirectoryFollower city =
        DirectoryFollower.start(brokers, new Topics(network).directory(), codec)) {
      boolean read = city.awaitCaughtUp(PATIENCE);
      Optional<FigureRules> rules = CityRules.figures(city.get());
      if (!read || rules.isEmpty()) {
        out.println("市の設定(directory)を読めません。ゲートウェイを起動してから、もう一度実行してください。");
        return UNUSABLE;
      }
      return tell(out, new StatsRecount(brokers, network, codec, rules.get()).run());
    }
  }

  private static int tell(PrintStream out, StatsRecount.Result result) {
    out.printf(
        "台帳の記録 %,d件(読めないもの %,d件)、案件 %,d件、集計 %,d件、不一致 %,d件%n",
        result.events(),
        result.unreadable(),
        result.cases(),
        result.buckets(),
        result.differences().size());
    result.differences().forEach(out::println);
    return result.agrees() ? AGREES : DIFFERS;
  }
}
