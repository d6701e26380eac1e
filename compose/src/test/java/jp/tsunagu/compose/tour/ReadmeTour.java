package jp.tsunagu.compose.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the commands of the tour as the READMEs have them, but for the addresses. */
public final class ReadmeTour {
  private static final Path ROOT = Path.of("..");

  /** Nobody types faster; by then both sides know of the step before. */
  private static final String NEXT = "\nsleep 1\n";

  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final String FIRST =
      section(ROOT.resolve("compose").resolve("README.md"), "## Five minutes with curl");
  private static final String FIGURES =
      section(ROOT.resolve("stream-stats").resolve("README.md"), "## Figures");

  private ReadmeTour() {}

  /**
   * Runs it and sees that it did what they say; skips the test where curl is not installed.
   *
   * @param addresses what takes the place of each address of the README
   * @return everything it printed
   */
  public static String run(Map<String, String> addresses) throws IOException, InterruptedException {
    return run(addresses, Map.of());
  }

  /**
   * The same where a shell needs more.
   *
   * @param environment its further variables
   */
  public static String run(Map<String, String> addresses, Map<String, String> environment)
      throws IOException, InterruptedException {
    assumeTrue(isInstalled("curl"), "SKIPPED: the tour needs curl, which is not installed here");
    String commands = commands();
    for (var address : addresses.entrySet()) {
      commands = commands.replace(address.getKey(), address.getValue());
    }
    String said = said("set -euo pipefail\n" + commands, environment);
    assertThat(said)
        .contains("\"state\":{\"code\":\"ACCEPTED\",\"label\":\"受付済み\"},\"caseNumber\":\"令和")
        .contains("見本 花子")
        .contains("\"stage\":{\"code\":\"ACCEPTED\",\"label\":\"受理\"}")
        .contains("ConsultationReceived", "ReferralSent", "ReferralArrived", "ReferralAccepted")
        .contains("422")
        .contains("\"title\":\"担当件数(現在) 集計時点", "\"title\":\"所要時間(機関の組別)")
        .contains("高齢・介護/子ども/障害/困窮/その他", "対応中の案件の内訳");
    return said;
  }

  private static String commands() {
    return Stream.of(FIRST, FIGURES)
        .flatMap(section -> BLOCK.matcher(section).results())
        .map((MatchResult block) -> block.group(1))
        .collect(Collectors.joining(NEXT));
  }

  private static String section(Path file, String heading) {
    try {
      String readme = Files.readString(file);
      int begin = readme.indexOf(heading);
      return readme.substring(begin, readme.indexOf("\n## ", begin + 1));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static boolean isInstalled(String program) throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
  }

  private static String said(String commands, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile(Path.of("target"), "tour", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", commands)
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().putAll(environment);
    Process shell = builder.start();
    assertThat(shell.waitFor(2, TimeUnit.MINUTES)).as("the tour ends").isTrue();
    String text = Files.readString(said);
    assertThat(shell.exitValue()).as(text).isZero();
    return text;
  }
}
