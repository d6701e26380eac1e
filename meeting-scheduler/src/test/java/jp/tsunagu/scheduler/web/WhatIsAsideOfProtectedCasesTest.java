package jp.tsunagu.scheduler.web;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.scheduler.engine.RealNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was refused, or could not be read, of a protected case is there for the desk alone. */
class WhatIsAsideOfProtectedCasesTest {

  @Test
  void a_manager_finds_neither_the_case_nor_a_number_that_counts_it(@TempDir Path state) {
    try (RealNetwork network = RealNetwork.start(state);
        RunningScheduler scheduler = new RunningScheduler(network, state)) {
      CaseId open = network.refusedCase();
      CaseId hidden = network.refusedProtectedCase();
      CaseId unreadable = network.heldProtectedCase();
      await()
          .atMost(SOON)
          .until(() -> get(scheduler, "window", "refusals").path("count").asInt() == 2);
      await().atMost(SOON).until(() -> get(scheduler, "window", "aside").path("open").asInt() == 1);

      await()
          .atMost(SOON)
          .until(() -> get(scheduler, "manager", "refusals").toString().contains(open.toString()));
      JsonNode refusals = get(scheduler, "manager", "refusals");
      assertThat(refusals.toString())
          .contains(open.toString())
          .doesNotContain(hidden.toString(), RealNetwork.numberOf(hidden).value());
      assertThat(refusals.path("count").asInt()).isEqualTo(1);
      JsonNode aside = get(scheduler, "manager", "aside");
      assertThat(aside.path("records")).isEmpty();
      assertThat(aside.path("open").asInt()).isZero();

      JsonNode record = get(scheduler, "window", "aside").path("records").path(0);
      assertThat(record.path("key").asString()).isEqualTo(unreadable.toString());
      String health = "/actuator/health/aside";
      assertThat(scheduler.get("window", health).body()).contains(unreadable.toString());
      assertThat(scheduler.get("manager", health).body())
          .contains("held")
          .doesNotContain(unreadable.toString());
      assertThat(scheduler.get("nobody", health).statusCode()).isEqualTo(401);
      assertThat(scheduler.get("nobody", "/actuator/health").body())
          .contains("\"held\":1")
          .doesNotContain(unreadable.toString());
      String pass =
          "/api/aside/%s/%d/%d/pass"
              .formatted(
                  record.path("topic").asString(),
                  record.path("partition").asInt(),
                  record.path("offset").asLong());
      String reason = "{\"reason\": \"WITHOUT_EFFECT\"}";
      assertThat(scheduler.post("manager", pass, "p", reason).statusCode()).isEqualTo(404);
      assertThat(scheduler.post("window", pass, "q", reason).statusCode()).isEqualTo(202);
    }
  }

  private static JsonNode get(RunningScheduler scheduler, String who, String list) {
    return JsonMapper.shared().readTree(scheduler.get(who, "/api/" + list).body());
  }
}
