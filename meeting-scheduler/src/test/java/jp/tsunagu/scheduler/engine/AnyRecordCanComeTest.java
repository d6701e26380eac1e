package jp.tsunagu.scheduler.engine;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaIssued;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in what the scheduler reads: the agenda of an untouched case is published. */
@Tag("slow")
class AnyRecordCanComeTest {

  @Test
  void an_agenda_is_published_and_says_whose_records_it_lacks(@TempDir Path state) {
    try (RealNetwork network = RealNetwork.start(state)) {
      MeetingRequestId untouched = network.request("2026-09-08T16:40:00+09:00");
      CaseId touched = network.spoiltCase();
      network.spoilMeetingsAndInbox();
      await().atMost(SOON).until(() -> network.knowledge().now().held().contains(touched));

      network.clock("2026-09-29T08:31:00+09:00");
      try (RealNetwork.Life _ = network.live(RealNetwork.NEVER)) {
        await().atMost(SOON).until(network::isPublished);
      }
      assertThat(network.events(AgendaIssued.class).getFirst().entries())
          .extracting(entry -> entry.item().requestId())
          .containsExactly(untouched);
      startsAgain(network, touched);
    }
  }

  private static void startsAgain(RealNetwork network, CaseId touched) {
    try (Knowledge again = network.readAnew()) {
      await().atMost(SOON).until(again::isReady);
      assertThat(again.now().held()).contains(touched);
      assertThat(again.now().cases()).hasSize(1);
    }
  }
}
