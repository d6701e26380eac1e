package jp.tsunagu.stats.whole;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.testing.DirectoryLines;
import jp.tsunagu.contract.testing.DirectoryLines.Change;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import jp.tsunagu.stats.directory.CityRules;
import jp.tsunagu.stats.run.StatsEngine;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.view.StreamHandle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a running network: a line of every kind goes and comes back while referrals are open. */
@Tag("slow")
class LinesAreRemovedAndPutBackTest {

  private static final Clock CLOCK =
      Clock.fixed(CaseStory.tokyo("2026-09-10T12:00"), TokyoTime.ZONE);

  /** Other office hours begin a new life of the stream: until it has counted, nothing is told. */
  private static final String OFFICE_HOURS = "holidayFile";

  @Test
  void figures_stay_ready_and_whole_and_an_agency_that_is_gone_keeps_them_under_its_name(
      @TempDir Path state) {
    try (CityBroker city = new CityBroker(network -> DirectoryLines.of(network).whole());
        RunningStats stats = new RunningStats(city, state, CLOCK)) {
      city.append(referral().events());
      DirectoryLines lines = DirectoryLines.of(city.network);
      await().atMost(SOON).untilAsserted(() -> everythingIsTold(stats, "whole"));
      for (String kind : lines.kinds()) {
        tell(city, stats, kind, lines.removed(kind));
        tell(city, stats, kind, lines.putBack(kind));
      }
    }
  }

  private static void tell(CityBroker city, RunningStats stats, String kind, List<Change> changes) {
    city.publish(changes);
    FollowedDirectory directory = stats.context.getBean(FollowedDirectory.class);
    await().atMost(SOON).until(() -> changes.stream().allMatch(each -> isRead(directory, each)));
    if (kind.equals(OFFICE_HOURS)) {
      await().atMost(SOON).until(() -> countsByItsRules(stats, directory));
      await().atMost(SOON).untilAsserted(() -> everythingIsTold(stats, kind));
    } else {
      everythingIsTold(stats, kind);
    }
  }

  private static boolean countsByItsRules(RunningStats stats, FollowedDirectory directory) {
    return stats
        .context
        .getBean(StatsEngine.class)
        .get()
        .map(StreamHandle::rules)
        .equals(CityRules.figures(directory.get()));
  }

  private static boolean isRead(FollowedDirectory directory, Change change) {
    return Objects.equals(directory.records().get(change.key()), change.record());
  }

  private static void everythingIsTold(RunningStats stats, String kind) {
    assertThat(stats.get("", "/actuator/health/readiness").body()).as(kind).contains("UP");
    assertThat(stats.get("desk", "/api/caseload").body())
        .as(kind)
        .contains("\"dimension\":\"all\",\"name\":\"全体\",\"openCases\":1")
        .contains("\"name\":\"障害者相談支援センター\",\"openCases\":1");
    assertThat(stats.get("desk", "/api/times?by=PAIR").body())
        .as(kind)
        .contains("地域包括支援センター → 障害者相談支援センター");
  }

  private static CaseStory referral() {
    return new CaseStory(2)
        .at("2026-09-08T10:00")
        .received("hokatsu", "east", Field.ELDERLY_CARE)
        .sent(1, "hokatsu", "shogai")
        .arrived(1)
        .at("2026-09-09T10:00")
        .accepted(1);
  }
}
