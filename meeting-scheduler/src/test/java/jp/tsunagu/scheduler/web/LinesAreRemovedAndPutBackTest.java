package jp.tsunagu.scheduler.web;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import jp.tsunagu.contract.testing.DirectoryLines;
import jp.tsunagu.contract.testing.DirectoryLines.Change;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import jp.tsunagu.scheduler.engine.RealNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On a running network: a line of every kind goes and comes back while an agenda is out. */
@Tag("slow")
class LinesAreRemovedAndPutBackTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MEETING = "/api/meetings/juso-kaigi.2026-10-13";

  @Test
  void the_scheduler_stays_ready_and_keeps_its_agenda_with_the_names_it_was_published_with(
      @TempDir Path state) {
    try (RealNetwork network = RealNetwork.ofTheWholeFile(state)) {
      network.request("2026-09-08T16:40:00+09:00");
      network.clock("2026-09-29T08:31:00+09:00");
      try (RunningScheduler scheduler = new RunningScheduler(network, state)) {
        await().atMost(SOON).until(network::isPublished);
        DirectoryLines lines = DirectoryLines.of(network.id());
        await().atMost(SOON).until(() -> agenda(scheduler).size() == 1);
        JsonNode before = agenda(scheduler);
        for (String kind : lines.kinds()) {
          tell(network, scheduler, kind, lines.removed(kind), before);
          tell(network, scheduler, kind, lines.putBack(kind), before);
        }
      }
    }
  }

  private static void tell(
      RealNetwork network,
      RunningScheduler scheduler,
      String kind,
      List<Change> changes,
      JsonNode before) {
    network.publish(changes);
    FollowedDirectory directory = scheduler.bean(FollowedDirectory.class);
    await().atMost(SOON).until(() -> changes.stream().allMatch(each -> isRead(directory, each)));
    assertThat(scheduler.get("manager", "/actuator/health/readiness").body())
        .as(kind)
        .contains("UP");
    assertThat(agenda(scheduler)).as(kind).isEqualTo(before);
    assertThat(scheduler.get("manager", MEETING + "/agenda.html").body())
        .as(kind)
        .contains("重層的支援会議", "障害者相談支援センター");
  }

  private static boolean isRead(FollowedDirectory directory, Change change) {
    return Objects.equals(directory.records().get(change.key()), change.record());
  }

  private static JsonNode agenda(RunningScheduler scheduler) {
    JsonNode meeting = JSON.readTree(scheduler.get("manager", MEETING).body());
    return meeting.at("/detail/agenda");
  }
}
