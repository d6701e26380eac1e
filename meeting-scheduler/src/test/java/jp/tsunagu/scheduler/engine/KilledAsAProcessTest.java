package jp.tsunagu.scheduler.engine;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.PublishAgendaItem;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaDrafted;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaIssued;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeIssued;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole scheduler is killed (kill -9) after the deadline, when it has come up on the day of
 * publication, and when its first agenda stands: everything is told once.
 */
@Tag("slow")
@Order(2)
class KilledAsAProcessTest {

  @Test
  void everything_is_told_once(@TempDir Path state) throws Exception {
    try (RealNetwork network = RealNetwork.start(state)) {
      MeetingRequestId item = network.request("2026-09-08T16:40:00+09:00");
      network.clock("2026-09-08T17:16:00+09:00");
      SchedulerProcess afterClosing = SchedulerProcess.start(network, state);
      await().atMost(SOON).until(() -> network.events(AgendaDrafted.class).size() == 2);
      afterClosing.kill();
      network.clock("2026-09-29T08:31:00+09:00");
      SchedulerProcess comingUp = SchedulerProcess.start(network, state);
      await().atMost(SOON).until(comingUp::isUp);
      comingUp.kill();
      SchedulerProcess publishing = SchedulerProcess.start(network, state);
      await().atMost(SOON).until(() -> !network.events(AgendaIssued.class).isEmpty());
      publishing.kill();
      SchedulerProcess last = SchedulerProcess.start(network, state);
      await()
          .atMost(SOON)
          .until(() -> last.isUp() && !network.events(NoticeIssued.class).isEmpty());
      last.kill();
      assertThat(network.events(AgendaIssued.class)).hasSize(1);
      assertThat(network.asked(PublishAgendaItem.class))
          .extracting(PublishAgendaItem::requestId)
          .containsExactly(item);
      assertThat(network.events(NoticeIssued.class))
          .extracting(NoticeIssued::addressee)
          .doesNotHaveDuplicates()
          .isNotEmpty();
    }
  }
}
