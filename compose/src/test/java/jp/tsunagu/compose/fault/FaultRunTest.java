package jp.tsunagu.compose.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.run.TestFolders;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A few faults of services and broker on real processes; the others with {@code --faults}. */
@Order(1)
@Tag("slow")
class FaultRunTest {
  private static final List<Fault> FAULTS =
      List.of(Fault.GATEWAY_KILLED, Fault.SENDER_KILLED, Fault.BROKER_KILLED);

  @Test
  void every_promise_is_kept_and_a_planted_defect_is_noticed() throws Exception {
    var printed = new ByteArrayOutputStream();
    var console = new Console(new PrintStream(printed, true, StandardCharsets.UTF_8), false);
    var folder = TestFolders.empty("faults");
    var load = new Trial.Load(12, Duration.ofSeconds(6));
    var settings = new FaultSettings(folder.root(), FAULTS, 1, 1, null, null, load);
    try (folder) {
      var report = new FaultRun(console, settings).on(folder);
      assertThat(report.rows())
          .as(printed.toString(StandardCharsets.UTF_8))
          .hasSize(FAULTS.size() + 1)
          .allMatch(Row::isRight);
      assertThat(report.rows()).filteredOn(row -> row.planted() != null).hasSize(1);
      assertThat(report.rows())
          .allSatisfy(row -> assertThat(row.counts().ok()).as("%s", row).isPositive());
      var table = Files.readString(folder.root().resolve(Report.MARKDOWN));
      assertThat(table).contains(FAULTS.stream().map(Fault::label).toArray(String[]::new));
      var json = JsonMapper.shared().readTree(folder.root().resolve(Report.JSON).toFile());
      assertThat(json.size()).isEqualTo(report.rows().size());
      folder.empty();
    }
  }
}
