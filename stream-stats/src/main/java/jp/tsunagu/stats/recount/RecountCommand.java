package jp.tsunagu.stats.recount;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.CommandSettings;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import jp.tsunagu.runtime.start.Faults;
import jp.tsunagu.runtime.start.StartRefused;
import jp.tsunagu.stats.directory.CityRules;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.FigureRules;
import jp.tsunagu.stats.stream.LedgerEnd;
import jp.tsunagu.stats.view.Held;
import jp.tsunagu.stats.view.Peers;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/**
 * The operator's command: {@code java -jar stream-stats-exec.jar recount
 * --spring.kafka.bootstrap-servers=… --tsunagu.network-id=… --tsunagu.stats.instances=host:port,…
 * --tsunagu.stats.peer-token=…}.
 */
public final class RecountCommand {

  /** Its word on the command line. */
  public static final String NAME = "recount";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String THIS_MACHINE = "127.0.0.1:8300";
  private static final int AGREES = 0;
  private static final int DIFFERS = 1;
  private static final int UNUSABLE = 2;

  private final PrintStream out;
  private final BrokerAccess broker;
  private final NetworkId network;
  private final List<HostInfo> instances;
  private final Peers peers;

  private RecountCommand(
      PrintStream out,
      BrokerAccess broker,
      NetworkId network,
      List<HostInfo> instances,
      Peers peers) {
    this.out = out;
    this.broker = broker;
    this.network = network;
    this.instances = instances;
    this.peers = peers;
  }

  /** Runs it and tells the result; gives the exit code: 0 where everything agrees. */
  public static int run(String... arguments) throws InterruptedException {
    return run(System.out, arguments);
  }

  /** The same, told here. */
  public static int run(PrintStream out, String... arguments) throws InterruptedException {
    try (CommandSettings settings = CommandSettings.of("stream-stats", arguments)) {
      String network = settings.get("tsunagu.network-id").orElse("");
      String token = settings.get("tsunagu.stats.peer-token").orElse("");
      Faults faults = new Faults();
      settings.check(faults);
      faults.requireNetworkId(network);
      faults.require("tsunagu.stats.peer-token", token, "統計の各プロセスと同じトークン", "…");
      if (!faults.list().isEmpty()) {
        faults.list().forEach(out::println);
        return UNUSABLE;
      }
      List<HostInfo> instances = instances(settings.get("tsunagu.stats.instances").orElse(null));
      BrokerAccess broker = settings.broker();
      Peers peers =
          new Peers(
              token,
              settings.get("tsunagu.stats.peer-ssl-bundle").map(settings::trust).orElse(null));
      return new RecountCommand(out, broker, new NetworkId(network), instances, peers).run();
    } catch (StartRefused refused) {
      refused.report().forEach(out::println);
      return UNUSABLE;
    }
  }

  private static List<HostInfo> instances(@Nullable String given) {
    return Arrays.stream((given == null ? THIS_MACHINE : given).split(","))
        .map(HostInfo::buildFromEndpoint)
        .toList();
  }

  private int run() throws InterruptedException {
    Codec codec = Codec.standard();
    Topics topics = new Topics(network);
    try (FollowedDirectory city = new FollowedDirectory(topics, broker, codec)) {
      city.start();
      boolean read = city.awaitCaughtUp(PATIENCE);
      Optional<FigureRules> rules = CityRules.figures(city.get());
      if (!read || rules.isEmpty()) {
        out.println("市の設定(directory)を読めません。ゲートウェイを起動してから、もう一度実行してください。");
        return UNUSABLE;
      }
      LedgerEnd end = LedgerEnd.of(broker, topics.ledger().name());
      Optional<Held<Bucket>> held = peers.everything(instances, end.partitions());
      if (held.isEmpty()) {
        out.println("統計から全ての数を受け取れません。--tsunagu.stats.instances に全プロセスを指定し、準備完了を待ってください。");
        return UNUSABLE;
      }
      return tell(new StatsRecount(broker, network, codec, rules.get()).against(held.get()));
    }
  }

  private int tell(StatsRecount.Result result) {
    out.printf(
        "台帳の記録 %,d件(読めないもの %,d件)、案件 %,d件(処理中 %,d件)、集計 %,d件、不一致 %,d件%n",
        result.events(),
        result.unreadable(),
        result.cases(),
        result.underWay(),
        result.buckets(),
        result.differences().size());
    result.differences().forEach(out::println);
    return result.agrees() ? AGREES : DIFFERS;
  }
}
