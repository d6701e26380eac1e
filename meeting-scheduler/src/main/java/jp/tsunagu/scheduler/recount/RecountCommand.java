package jp.tsunagu.scheduler.recount;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.runtime.broker.CommandSettings;
import jp.tsunagu.runtime.start.Faults;
import jp.tsunagu.runtime.start.StartRefused;
import jp.tsunagu.scheduler.meeting.Replanned;

/**
 * The operator's command: {@code java -jar meeting-scheduler-exec.jar recount
 * --spring.kafka.bootstrap-servers=… --tsunagu.network-id=…}.
 */
public final class RecountCommand {

  /** Its word on the command line. */
  public static final String NAME = "recount";

  private static final int AGREES = 0;
  private static final int DIFFERS = 1;
  private static final int UNUSABLE = 2;

  private RecountCommand() {}

  /** Runs it and tells the result; gives the exit code: 0 where everything agrees. */
  public static int run(String... arguments) throws InterruptedException {
    return run(System.out, arguments);
  }

  /** The same, told here. */
  static int run(PrintStream out, String... arguments) throws InterruptedException {
    try (CommandSettings settings = CommandSettings.of("meeting-scheduler", arguments)) {
      String network = settings.get("tsunagu.network-id").orElse("");
      Faults faults = new Faults();
      settings.check(faults);
      faults.requireNetworkId(network);
      if (!faults.list().isEmpty()) {
        faults.list().forEach(out::println);
        return UNUSABLE;
      }
      Optional<AgendaRecount.Result> result =
          new AgendaRecount(settings.broker(), new NetworkId(network)).run();
      if (result.isEmpty()) {
        out.println("市の設定(directory)を読めません。ゲートウェイを起動してから、もう一度実行してください。");
        return UNUSABLE;
      }
      return tell(out, result.get());
    } catch (StartRefused refused) {
      refused.report().forEach(out::println);
      return UNUSABLE;
    }
  }

  private static int tell(PrintStream out, AgendaRecount.Result result) {
    List<Replanned> differences = result.differences();
    out.printf(
        "公開した次第 %,d件(読めない記録 %,d件)、組み直しと違うもの %,d件%n",
        result.agendas().size(), result.unreadable(), differences.size());
    differences.forEach(each -> out.println(line(each)));
    return differences.isEmpty() ? AGREES : DIFFERS;
  }

  private static String line(Replanned each) {
    return "%s 第%d版: 議題 %s、組み直すと %s。通知 %s、組み直すと %s"
        .formatted(
            each.meetingId(),
            each.revision(),
            items(each.issued()),
            items(each.anew()),
            agencies(each.told()),
            agencies(each.toldAnew()));
  }

  private static List<String> items(List<AgendaEntry> entries) {
    return entries.stream()
        .map(entry -> entry.item().requestId() + "@" + entry.startsAt())
        .toList();
  }

  private static List<String> agencies(List<AgencyId> agencies) {
    return agencies.stream().map(AgencyId::value).sorted().toList();
  }
}
