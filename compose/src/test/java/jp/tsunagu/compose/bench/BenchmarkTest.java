package jp.tsunagu.compose.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.tsunagu.compose.run.ServiceProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The whole benchmark with numbers that say nothing: every figure is there. */
@Tag("slow")
class BenchmarkTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir private Path directory;

  @Test
  void it_ends_with_every_figure_measured() throws Exception {
    var data = directory.resolve("data");
    var settings =
        "--data %s --rounds 1 --referrals 8 --warm-up 8 --rates 2,9999999 --seconds 2 --idle 2 --settle 0 --also R4,R8"
            .formatted(data);
    try (var process =
        ServiceProcess.start(
            Benchmark.class,
            directory,
            directory.resolve("output.txt"),
            List.of(settings.split(" ")))) {
      assertThat(process.endsWithin(PATIENCE)).as(process.printed()).isTrue();
      assertThat(process.exitValue()).as(process.printed()).isZero();
      assertThat(process.printed()).contains("R1c");
    }
    var report = JsonMapper.shared().readTree(Files.readString(data.resolve(Report.JSON)));
    var figures = report.path("figures");
    assertThat(figures.propertyNames())
        .containsExactlyInAnyOrder("R1", "R1c", "R2 2/s", "R2 9999999/s", "R3", "R10", "R4", "R8");
    assertThat(figures.path("R4").asString()).isNotEqualTo("–");
    assertThat(figures.path("R2 9999999/s").asString()).isEqualTo("運べない");
    var round = report.path("findings").path("rounds").path(0);
    for (var side : List.of("whole", "bare", "queue")) {
      assertThat(round.path(side).path("seen").asInt())
          .isEqualTo(round.path(side).path("count").asInt())
          .isPositive();
    }
    for (var amount :
        List.of(ProcessMeter.ALL, DatabaseMeter.CPU, "文", "Kafka記録 outbox", "割り当て, kB")) {
      assertThat(round.path("spent").path(amount).asDouble()).as(amount).isPositive();
    }
    assertThat(Files.readString(data.resolve(Report.MARKDOWN))).contains("## 1件あたり", "## 比べたもの");
  }
}
