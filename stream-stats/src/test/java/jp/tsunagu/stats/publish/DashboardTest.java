package jp.tsunagu.stats.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DashboardTest {
  private static final Pattern METRIC = Pattern.compile("tsunagu_[a-z_]+");
  private static final Set<String> EXPOSED =
      Set.of(
          "tsunagu_stats_open_cases",
          "tsunagu_stats_due_soon",
          "tsunagu_stats_overdue",
          "tsunagu_stats_stage",
          "tsunagu_stats_seven_days",
          "tsunagu_stats_working_minutes",
          "tsunagu_stats_events_total",
          "tsunagu_stats_events_repeated_total",
          "tsunagu_stats_records_put_aside_total");

  @Test
  void the_dashboard_asks_for_metrics_that_are_exposed_and_for_nothing_else() throws IOException {
    try (var file = DashboardTest.class.getResourceAsStream("/grafana/tsunagu-stats.json")) {
      String json = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(JsonMapper.builder().build().readTree(json).get("panels").size()).isEqualTo(12);
      Set<String> asked = new TreeSet<>();
      METRIC.matcher(json).results().forEach(match -> asked.add(match.group()));
      assertThat(asked).containsExactlyInAnyOrderElementsOf(EXPOSED);
    }
  }
}
