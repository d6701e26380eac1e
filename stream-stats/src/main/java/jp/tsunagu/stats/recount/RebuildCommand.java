package jp.tsunagu.stats.recount;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.stats.stream.StreamSettings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * The operator's command: {@code java -jar stream-stats-exec.jar rebuild
 * --tsunagu.bootstrap-servers=… --tsunagu.network-id=… --tsunagu.state-dir=…}. Forgets everything
 * that was derived from the ledger; the next start reads it from its first event. Does nothing
 * while a process of the statistics is a member of their group.
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
    SimpleCommandLinePropertySource options = new SimpleCommandLinePropertySource(arguments);
    String brokers = options.getProperty("tsunagu.bootstrap-servers");
    String network = options.getProperty("tsunagu.network-id");
    String state = options.getProperty("tsunagu.state-dir");
    if (brokers == null || network == null || state == null) {
      out.println(
          "--tsunagu.bootstrap-servers、--tsunagu.network-id と --tsunagu.state-dir を指定してください。");
      return UNUSABLE;
    }
    String application = StreamSettings.applicationId(new NetworkId(network));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      forgetOffsets(admin, application);
      int topics = deleteChangelogs(admin, application);
      boolean held = FileSystemUtils.deleteRecursively(Path.of(state).resolve(application));
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
