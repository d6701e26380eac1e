package jp.tsunagu.stats.recount;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.CommandSettings;
import jp.tsunagu.runtime.start.Faults;
import jp.tsunagu.runtime.start.StartRefused;
import jp.tsunagu.stats.stream.StreamSettings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.springframework.util.FileSystemUtils;

/**
 * The operator's command: {@code java -jar stream-stats-exec.jar rebuild
 * --spring.kafka.bootstrap-servers=… --tsunagu.network-id=… --tsunagu.state-dir=…}. Forgets
 * everything that was derived from the ledger; the next start reads it from its first event. Does
 * nothing while a process of the statistics is a member of their group.
 */
public final class RebuildCommand {

  /** Its word on the command line. */
  public static final String NAME = "rebuild";

  private static final int DONE = 0;
  private static final int RUNNING = 1;
  private static final int UNUSABLE = 2;

  private RebuildCommand() {}

  /** Runs it and tells the result; gives the exit code: 0 where all was forgotten. */
  public static int run(String... arguments) throws InterruptedException, IOException {
    return run(System.out, arguments);
  }

  static int run(PrintStream out, String... arguments) throws InterruptedException, IOException {
    try (CommandSettings settings = CommandSettings.of("stream-stats", arguments)) {
      String network = settings.get("tsunagu.network-id").orElse("");
      String state = settings.get("tsunagu.state-dir").orElse("");
      Faults faults = new Faults();
      settings.check(faults);
      faults.requireNetworkId(network);
      faults.require("tsunagu.state-dir", state, "状態ディレクトリ", "data/stats-state");
      if (!faults.list().isEmpty()) {
        faults.list().forEach(out::println);
        return UNUSABLE;
      }
      String application = StreamSettings.applicationId(new NetworkId(network));
      return forget(out, settings.broker(), application, Path.of(state).resolve(application));
    } catch (StartRefused refused) {
      refused.report().forEach(out::println);
      return UNUSABLE;
    }
  }

  private static int forget(PrintStream out, BrokerAccess broker, String application, Path state)
      throws InterruptedException, IOException {
    try (Admin admin = broker.admin("rebuild")) {
      forgetOffsets(admin, application);
      int topics = deleteChangelogs(admin, application);
      boolean held = FileSystemUtils.deleteRecursively(state);
      out.printf("変更履歴のトピック %d個%sを削除しました。次に起動すると台帳の最初から数え直します。%n", topics, held ? "と状態ディレクトリ" : "");
      return DONE;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof GroupNotEmptyException) {
        out.println("統計のプロセスが動いています。全て止め、10秒待ってから、もう一度実行してください。");
        return RUNNING;
      }
      out.println("Kafka から削除できません。接続先と権限を確かめて、もう一度実行してください。");
      return UNUSABLE;
    }
  }

  private static void forgetOffsets(Admin admin, String application)
      throws ExecutionException, InterruptedException {
    try {
      admin.deleteConsumerGroups(List.of(application)).all().get();
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof GroupIdNotFoundException)) {
        throw failed;
      }
    }
  }

  private static int deleteChangelogs(Admin admin, String application)
      throws ExecutionException, InterruptedException {
    List<String> changelogs =
        admin.listTopics().names().get().stream()
            .filter(name -> name.startsWith(application + "-") && name.endsWith("-changelog"))
            .toList();
    admin.deleteTopics(changelogs).all().get();
    return changelogs.size();
  }
}
