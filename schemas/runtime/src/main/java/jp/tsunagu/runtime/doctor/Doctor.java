package jp.tsunagu.runtime.doctor;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import jp.tsunagu.runtime.broker.CommandSettings;
import jp.tsunagu.runtime.start.Faults;
import jp.tsunagu.runtime.start.StartRefused;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The operator's command {@code java -jar <service>-exec.jar doctor …}, with the settings of the
 * service: says of each thing that the service needs whether it is there (○) or not (×), and what
 * to do. It may run beside the service.
 */
public final class Doctor {

  /** Its word on the command line. */
  public static final String NAME = "doctor";

  private static final int WELL = 0;
  private static final int ILL = 1;
  private static final int UNUSABLE = 2;

  private Doctor() {}

  /** What a service looks at, by its settings. */
  @FunctionalInterface
  public interface Examinations {

    /**
     * In the order in which they are told.
     *
     * @throws StartRefused where the settings cannot be used
     */
    List<Examination> of(CommandSettings settings);
  }

  /** Whether the doctor is asked for. */
  public static boolean isAskedFor(String... arguments) {
    return arguments.length > 0 && arguments[0].equals(NAME);
  }

  /**
   * Runs it and tells what was found; gives the exit code: 0 where everything is well, 1 where
   * something is not, 2 where the settings cannot be used.
   *
   * @param service its settings
   */
  public static int run(Supplier<CommandSettings> service, Examinations examinations) {
    LoggingSystem.get(Doctor.class.getClassLoader()).beforeInitialize();
    try (CommandSettings settings = service.get()) {
      Faults faults = new Faults();
      settings.check(faults);
      faults.refuseIfAny();
      return tell(System.out, examinations.of(settings));
    } catch (StartRefused refused) {
      refused.report().forEach(System.out::println);
      return UNUSABLE;
    }
  }

  /** Tells what is found by these. */
  public static int tell(PrintStream out, List<Examination> examinations) {
    int ill = 0;
    int all = 0;
    for (Examination each : examinations) {
      for (Finding finding : findings(each)) {
        out.println(finding.line());
        all++;
        ill += finding.good() ? 0 : 1;
      }
    }
    out.println(
        ill == 0
            ? "%d項目、すべて○です。 All %d are well.".formatted(all, all)
            : "%d項目のうち%d項目が×です。 %d of %d need attention.".formatted(all, ill, ill, all));
    return ill == 0 ? WELL : ILL;
  }

  private static List<Finding> findings(Examination examination) {
    try {
      return examination.look();
    } catch (StartRefused refused) {
      return refused.report().stream()
          .map(line -> Finding.bad(examination.what(), line, ""))
          .toList();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of(notLooked(examination, "止められました"));
    } catch (Exception failed) {
      Throwable cause = failed instanceof ExecutionException ? failed.getCause() : failed;
      String kind = (cause == null ? failed : cause).getClass().getSimpleName();
      return List.of(notLooked(examination, "調べられませんでした(" + kind + ")"));
    }
  }

  /** What a library says may hold a secret: its kind is enough. */
  private static Finding notLooked(Examination examination, String why) {
    return Finding.bad(examination.what(), why, "上の×を直してから、もう一度調べてください。");
  }
}
