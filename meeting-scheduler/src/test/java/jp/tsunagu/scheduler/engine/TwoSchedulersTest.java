package jp.tsunagu.scheduler.engine;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.PublishAgendaItem;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaDrafted;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaIssued;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeIssued;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two schedulers run and one decides. It is killed (kill -9) before a deadline, the next one stands
 * still (SIGSTOP) over a day of publication: each time the other goes on, what is due is told once,
 * and the agenda is that of a scheduler that nothing happened to.
 */
@Tag("slow")
@Order(1)
class TwoSchedulersTest {

  private static final String REQUESTED = "2026-09-08T16:40:00+09:00";
  private static final String CLOSED = "2026-09-08T17:16:00+09:00";
  private static final String PUBLISHED = "2026-09-29T08:31:00+09:00";
  private static final Set<String> BOTH = Set.of("scheduler-1", "scheduler-2");

  @Test
  void the_other_goes_on_and_nothing_is_told_twice(@TempDir Path state, @TempDir Path undisturbed)
      throws Exception {
    try (RealNetwork network = RealNetwork.start(state);
        Admin admin = Admin.create(Map.of("bootstrap.servers", network.brokers()))) {
      MeetingRequestId item = network.request(REQUESTED);
      Map<String, SchedulerProcess> processes = new HashMap<>();
      for (String name : BOTH) {
        processes.put(name, SchedulerProcess.start(network, state, name));
      }
      await().atMost(SOON).until(() -> named(processes, "scheduler-1").isUp());
      await().atMost(SOON).until(() -> members(network, admin).equals(BOTH));

      String killed = deciding(network, admin);
      named(processes, killed).kill();
      moveOn(network, state, CLOSED);
      await().atMost(SOON).until(() -> network.events(AgendaDrafted.class).size() == 2);

      processes.put(killed, SchedulerProcess.start(network, state, killed));
      await().atMost(SOON).until(() -> named(processes, killed).isUp());
      await().atMost(SOON).until(() -> members(network, admin).equals(BOTH));
      String paused = deciding(network, admin);
      named(processes, paused).pause();
      moveOn(network, state, PUBLISHED);
      await().atMost(SOON).until(() -> !network.events(NoticeIssued.class).isEmpty());
      named(processes, paused).resume();
      await().atMost(SOON).until(() -> members(network, admin).equals(BOTH));
      for (SchedulerProcess process : processes.values()) {
        process.kill();
      }

      assertThat(network.events(AgendaDrafted.class)).hasSize(2);
      assertThat(network.asked(PublishAgendaItem.class))
          .extracting(PublishAgendaItem::requestId)
          .containsExactly(item);
      assertThat(network.events(NoticeIssued.class))
          .extracting(NoticeIssued::addressee)
          .doesNotHaveDuplicates();
      assertThat(agendas(network)).isEqualTo(agendasOfOneAlone(undisturbed)).hasSize(1);
    }
  }

  private static SchedulerProcess named(Map<String, SchedulerProcess> processes, String name) {
    return Objects.requireNonNull(processes.get(name));
  }

  private static void moveOn(RealNetwork network, Path state, String moment) throws IOException {
    network.clock(moment);
    SchedulerProcess.putClock(network, state);
  }

  private static String deciding(RealNetwork network, Admin admin) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                described(network, admin).stream()
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .flatMap(member -> member.groupInstanceId().stream())
                    .map(TwoSchedulersTest::nameOf)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static Set<String> members(RealNetwork network, Admin admin) throws Exception {
    return described(network, admin).stream()
        .flatMap(member -> member.groupInstanceId().stream())
        .map(TwoSchedulersTest::nameOf)
        .collect(Collectors.toSet());
  }

  /** The application's name, the instance's, and a number of the thread. */
  private static String nameOf(String member) {
    return BOTH.stream().filter(member::contains).findFirst().orElse(member);
  }

  private static Collection<MemberDescription> described(RealNetwork network, Admin admin)
      throws ExecutionException, InterruptedException {
    String group = new Topics(network.id()).application(Party.SCHEDULER);
    return Objects.requireNonNull(
            admin.describeConsumerGroups(List.of(group)).all().get().get(group))
        .members();
  }

  /** What does not tell by which ids. */
  private record Line(Instant startsAt, int minutes, AgencyId requestedBy, Set<AgencyId> invited) {
    Line(AgendaEntry entry) {
      this(entry.startsAt(), entry.minutes(), entry.requestedBy(), entry.invited());
    }
  }

  private static List<List<Line>> agendas(RealNetwork network) {
    return network.events(AgendaIssued.class).stream()
        .map(issued -> issued.entries().stream().map(Line::new).toList())
        .toList();
  }

  private static List<List<Line>> agendasOfOneAlone(Path state) {
    try (RealNetwork network = RealNetwork.start(state)) {
      network.request(REQUESTED);
      network.clock(CLOSED);
      try (RealNetwork.Life _ = network.live(RealNetwork.NEVER)) {
        await().atMost(SOON).until(() -> network.events(AgendaDrafted.class).size() == 2);
        network.clock(PUBLISHED);
        await().atMost(SOON).until(network::isPublished);
      }
      return agendas(network);
    }
  }
}
