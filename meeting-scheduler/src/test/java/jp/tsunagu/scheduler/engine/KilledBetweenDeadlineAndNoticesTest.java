package jp.tsunagu.scheduler.engine;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.PublishAgendaItem;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaDrafted;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaIssued;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeIssued;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scheduler dies at every record it writes between deadline and notices: the agenda is
 * published once, every notice is issued once, and a request that was recorded in time is on it,
 * although its record became readable only later.
 */
@Tag("slow")
class KilledBetweenDeadlineAndNoticesTest {
  private static final int MOST_DEATHS = 60;

  @Test
  void everything_is_told_once_and_nothing_in_time_is_missing(@TempDir Path state) {
    try (RealNetwork network = RealNetwork.start(state)) {
      MeetingRequestId first = network.request("2026-09-08T16:40:00+09:00");
      RealNetwork.LateRequest late = network.requestReadLate("2026-09-08T17:14:00+09:00");
      network.clock("2026-09-08T17:16:00+09:00");
      try (RealNetwork.Life _ = network.live(RealNetwork.NEVER)) {
        await()
            .during(Duration.ofSeconds(3))
            .atMost(SOON)
            .until(() -> network.events(AgendaDrafted.class).isEmpty());
        late.becomesReadable();
        await().atMost(SOON).until(() -> network.events(AgendaDrafted.class).size() == 2);
      }
      network.clock("2026-09-29T08:31:00+09:00");
      int deaths = 0;
      while (network.dies(deaths) && deaths < MOST_DEATHS) {
        deaths++;
      }
      assertThat(deaths).as("steps at which it died").isGreaterThan(5);
      assertThat(network.events(AgendaIssued.class))
          .singleElement()
          .satisfies(
              issued ->
                  assertThat(issued.entries())
                      .extracting(AgendaEntry::item)
                      .extracting(item -> item.requestId())
                      .containsExactlyInAnyOrderElementsOf(List.of(first, late.requestId())));
      assertThat(network.asked(PublishAgendaItem.class))
          .extracting(PublishAgendaItem::requestId)
          .containsExactlyInAnyOrder(first, late.requestId());
      assertThat(network.events(NoticeIssued.class))
          .extracting(NoticeIssued::addressee)
          .doesNotHaveDuplicates()
          .isNotEmpty();
    }
  }
}
