package jp.tsunagu.scheduler.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tsunagu.contract.meeting.MeetingCommandRefused;
import jp.tsunagu.contract.meeting.MeetingEvent.MeetingMoved;
import jp.tsunagu.contract.testing.EdgeCheck;
import jp.tsunagu.scheduler.engine.RealNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door of the scheduler against a real broker, over a restart. */
class SchedulerDoorTest {
  private static final String MEETING = "/api/meetings/juso-kaigi.2026-10-13";
  private static final String OCTOBER_14 = "{\"startsAt\": \"2026-10-14T15:00:00+09:00\"}";
  private static final String OCTOBER_15 = "{\"startsAt\": \"2026-10-15T15:00:00+09:00\"}";
  private static final String PLACE =
      "{\"caseId\": \"0199f000-0000-7000-8000-000000000001\","
          + " \"requestId\": \"0199f000-0000-7000-8000-000000000002\", \"reason\": \"URGENT\"}";

  @TempDir private static Path state;
  private static RealNetwork network;
  private static RunningScheduler scheduler;

  @BeforeAll
  static void start() {
    network = RealNetwork.start(state);
    scheduler = scheduler();
  }

  private static RunningScheduler scheduler() {
    RunningScheduler started = new RunningScheduler(network, state);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> started.get("shakyo", "/api/meetings").statusCode() == 200);
    return started;
  }

  @AfterAll
  static void stop() {
    scheduler.close();
    network.close();
  }

  @Test
  void its_edge_is_that_of_every_service() {
    EdgeCheck.isOn(Integer.parseInt(scheduler.port()), "/api/meetings", "shakyo");
  }

  @Test
  void who_only_reads_is_told_so_whatever_he_sends() {
    assertThat(post("manager", "/api/meetings", "a", "{}").statusCode()).isEqualTo(403);
    assertThat(post("manager", "/api/meetings/none/move", "b", "{}").statusCode()).isEqualTo(403);
    assertThat(post("manager", MEETING + "/move", "c", OCTOBER_14).body()).contains("ONLY_READING");
    assertThat(post("manager", "/api/notices/none/posted", "d", "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void a_meeting_of_others_is_refused_like_none_before_anything_is_looked_at_or_asked() {
    HttpResponse<String> none =
        post("hokatsu", "/api/meetings/juso-kaigi.2026-10-14/placements", "e", PLACE);
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(post("hokatsu", MEETING + "/placements", "f", PLACE).body()).isEqualTo(none.body());
    assertThat(post("hokatsu", MEETING + "/move", "g", "{}").body()).isEqualTo(none.body());
    assertThat(network.events(MeetingCommandRefused.class)).isEmpty();
  }

  @Test
  void a_list_has_a_limit_and_a_fault_names_its_field() {
    String candidates =
        IntStream.range(0, 101)
            .mapToObj(_ -> "\"2026-10-14T15:00:00+09:00\"")
            .collect(Collectors.joining(",", "{\"candidates\": [", "]}"));
    HttpResponse<String> answer = post("shakyo", MEETING + "/candidates", "h", candidates);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"candidates\"", "100件");
  }

  @Test
  void a_key_has_one_effect_and_one_content_also_after_a_restart() {
    HttpResponse<String> first = post("shakyo", MEETING + "/move", "key", OCTOBER_14);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(post("shakyo", MEETING + "/move", "key", OCTOBER_14).body()).isEqualTo(first.body());
    assertThat(post("shakyo", MEETING + "/move", "key", OCTOBER_15).body()).contains("KEY_REUSED");

    scheduler.close();
    scheduler = scheduler();

    HttpResponse<String> other = post("shakyo", MEETING + "/move", "key", OCTOBER_15);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("KEY_REUSED");
    assertThat(post("shakyo", MEETING + "/move", "key", OCTOBER_14).body()).isEqualTo(first.body());
    assertThat(network.events(MeetingMoved.class)).hasSize(1);
  }

  private static HttpResponse<String> post(String who, String path, String key, String body) {
    return scheduler.post(who, path, key, body);
  }
}
