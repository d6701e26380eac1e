package jp.tsunagu.compose.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarkArithmeticTest {
  private static final Conditions CALM =
      new Conditions(Instant.EPOCH, "abc", 1, 2, 1000, "25", "Linux", 0.1);
  private static final WarmUp.Result WARM = new WarmUp.Result(5000, 60, 0.01, true);

  @Test
  void a_percentile_is_the_time_that_this_share_did_not_exceed() {
    var latencies = new Latencies(100);
    for (var index = 0; index < 100; index++) {
      latencies.begun(index, System.nanoTime() - (100 - index) * 1_000_000_000L);
      latencies.seen(index);
    }
    assertThat(latencies.milliseconds(0.5)).isBetween(50_000.0, 50_900.0);
    assertThat(latencies.milliseconds(0.99)).isBetween(99_000.0, 99_900.0);
    assertThat(latencies.milliseconds(1)).isBetween(100_000.0, 100_900.0);
  }

  @Test
  void what_was_never_seen_does_not_vanish() {
    var latencies = new Latencies(2);
    latencies.begun(0, System.nanoTime() - 1_000_000_000L);
    latencies.begun(1, System.nanoTime());
    latencies.seen(0);
    var outcome = Outcome.of(latencies, 0);
    assertThat(outcome.p99()).isInfinite();
    assertThat(outcome.perSecond()).isPositive().isLessThanOrEqualTo(1);
    assertThat(outcome.isWhole()).isFalse();
  }

  @Test
  void a_series_has_its_median_and_its_spread() {
    assertThat(new Series(List.of(3.0, 1.0, 2.0))).hasToString("2.000 (1.000–3.000)");
    assertThat(new Series(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
    assertThat(new Series(List.of(45_614.3))).hasToString("45614");
    assertThat(new Series(List.of(0.00177))).hasToString("0.001770");
  }

  @Test
  void the_figures_are_ratios_of_the_same_round() {
    var report = new Report(findings(CALM, round(100, 10_000, 500), round(50, 2_500, 500)));
    assertThat(report.markdown())
        .contains("| R1 | 0.01500 (0.01000–0.02000) |")
        .contains("| R1c | 30.50 (30.50–30.50) ms、うち JIT 2.000 (2.000–2.000) |")
        .contains("| R2 40/s | 20.00 |")
        .contains("| R2 500/s | 運べない |")
        .contains("| R3 | 0.1500 (0.1000–0.2000) |")
        .contains("| R10 | 130.0 ms/s、うち JIT 6.500 |")
        .contains("| 文 | 57.70 (57.70–57.70) | 60.00 |")
        .contains("版 abc")
        .doesNotContain("注意");
    assertThat(report.json())
        .contains("\"R10\" : \"130.0 ms/s、うち JIT 6.500\"", "\"perSecond\" : 100.0");
  }

  @Test
  void a_busy_machine_and_a_compiler_at_work_are_told() {
    var busy = new Conditions(Instant.EPOCH, "abc", 1, 2, 1000, "25", "Linux", 3);
    var hurried = new WarmUp.Result(10, 1, 0.6, false);
    var findings =
        new Findings(busy, Map.of(), hurried, List.of(among(250)), List.of(), Map.of(), List.of());
    assertThat(String.join("\n", new Report(findings).summary()))
        .contains("CPU の 87 % は他の処理")
        .contains("負荷 3.0、2 コア", "慣らし 10 件の終わりでも CPU の 60 %");
  }

  @Test
  void each_thread_belongs_to_one_stage() {
    assertThat(Stage.of("tachikawa.referral-gateway-1b-StreamThread-2")).isEqualTo(Stage.GATEWAY);
    assertThat(Stage.of("data-plane-kafka-request-handler-3")).isEqualTo(Stage.BROKER);
    assertThat(Stage.of("inbox-hokatsu")).isEqualTo(Stage.INBOX);
    assertThat(Stage.of("ForkJoinPool-1-worker-4")).isEqualTo(Stage.HTTP);
    assertThat(Stage.of("main")).isEqualTo(Stage.REST);
  }

  @Test
  void a_wrong_setting_is_named_with_its_value() {
    assertThatThrownBy(() -> Settings.of("--rates", "40,many"))
        .hasMessageContaining("--rates")
        .hasMessageContaining("'many'");
    assertThatThrownBy(() -> Settings.of("--speed", "1")).hasMessageContaining("--speed");
    assertThatThrownBy(() -> Settings.of("--rates")).hasMessageContaining("値を続けて");
  }

  private static Findings findings(Conditions conditions, Round... rounds) {
    var paces = List.of(new Pace(40, outcome(40, 200), outcome(40, 10)), new Pace(500, null, null));
    return new Findings(
        conditions,
        Map.of("文", 60.0),
        WARM,
        List.of(rounds),
        paces,
        Map.of(ProcessMeter.ALL, 130.0, ProcessMeter.COMPILER, 6.5),
        List.of());
  }

  /** 30.5 ms of the network and 0.8 ms of the generator among so many of the machine. */
  private static Round among(double machine) {
    var calm = round(1, 1, 1);
    var spent = new HashMap<>(calm.spent());
    spent.put(MachineMeter.CPU, machine);
    return new Round(calm.whole(), spent, calm.bare(), calm.queue());
  }

  private static Round round(double whole, double bare, double queue) {
    return new Round(
        outcome(whole, 1),
        Map.of(
            ProcessMeter.ALL, 24.0, ProcessMeter.COMPILER, 2.0, DatabaseMeter.CPU, 6.5, "文", 57.7),
        outcome(bare, 1),
        outcome(queue, 1));
  }

  private static Outcome outcome(double perSecond, double p99) {
    return new Outcome(1, 1, perSecond, 1, 1, p99, p99, 0.8);
  }
}
