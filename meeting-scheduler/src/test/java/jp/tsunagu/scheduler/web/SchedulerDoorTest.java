package jp.tsunagu.scheduler.web;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.UuidVersion7;
import jp.tsunagu.contract.meeting.MeetingCommandRefused;
import jp.tsunagu.contract.meeting.MeetingEvent.MeetingMoved;
import jp.tsunagu.contract.testing.EdgeCheck;
import jp.tsunagu.contract.testing.EdgeCheck.Edge;
import jp.tsunagu.contract.testing.OpenApiCheck;
import jp.tsunagu.runtime.aside.WaitingBound;
import jp.tsunagu.scheduler.engine.RealNetwork;
import jp.tsunagu.scheduler.knowledge.CommandKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The door of the scheduler against a real broker, over a restart. */
class SchedulerDoorTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final HttpClient FROM_ELSEWHERE =
      HttpClient.newBuilder().localAddress(address(2)).build();
  private static final Predicate<CompletableFuture<?>> NOT_DONE = future -> !future.isDone();
  private static final String PASS = "{\"reason\": \"WITHOUT_EFFECT\"}";
  private static final String MEETING = "/api/meetings/juso-kaigi.2026-10-13";
  private static final String OCTOBER_14 = "{\"startsAt\": \"2026-10-14T15:00:00+09:00\"}";
  private static final String OCTOBER_15 = "{\"startsAt\": \"2026-10-15T15:00:00+09:00\"}";
  private static final String PLACE =
      "{\"caseId\": \"0199f000-0000-7000-8000-000000000001\","
          + " \"requestId\": \"0199f000-0000-7000-8000-000000000002\", \"reason\": \"URGENT\"}";

  private static final List<String> LISTS =
      List.of(
          "/api/meetings",
          "/api/carried",
          "/api/reports",
          "/api/proposals",
          "/api/refusals",
          "/api/notices",
          "/api/post-list",
          "/api/progress-ledger");

  @TempDir private static Path state;
  private static RealNetwork network;
  private static RunningScheduler scheduler;

  @BeforeAll
  static void start() {
    network = RealNetwork.start(state);
    scheduler = scheduler();
  }

  /** Of this machine, as another machine's would be. */
  private static InetAddress address(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static RunningScheduler scheduler() {
    RunningScheduler started = new RunningScheduler(network, state);
    await().atMost(SOON).until(() -> started.get("shakyo", "/api/meetings").statusCode() == 200);
    return started;
  }

  @AfterAll
  static void stop() {
    scheduler.close();
    network.close();
  }

  @Test
  void a_body_that_says_a_thing_twice_is_refused_as_at_every_service() throws Exception {
    var twice =
        post(
            "shakyo",
            MEETING + "/placements",
            "twice",
            "{\"reason\": \"URGENT\", \"reason\": \"OTHER\"}");
    assertThat(twice.statusCode()).isEqualTo(400);
    assertThat(twice.body()).contains("MALFORMED_JSON", "1行目");
  }

  @Test
  void its_edge_is_that_of_every_service() {
    EdgeCheck.isOn(
        new Edge(Integer.parseInt(scheduler.port()), "/api/meetings", "/api/meetings", "shakyo"));
  }

  @Test
  void its_description_can_be_used() {
    OpenApiCheck.isSound(scheduler.get("manager", "/v3/api-docs").body());
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
    int refused = network.events(MeetingCommandRefused.class).size();
    HttpResponse<String> none =
        post("hokatsu", "/api/meetings/juso-kaigi.2026-10-14/placements", "e", PLACE);
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(post("hokatsu", MEETING + "/placements", "f", PLACE).body()).isEqualTo(none.body());
    assertThat(post("hokatsu", MEETING + "/move", "g", "{}").body()).isEqualTo(none.body());
    assertThat(network.events(MeetingCommandRefused.class)).hasSize(refused);
  }

  @Test
  void what_others_hold_reads_like_what_does_not_exist() {
    assertThat(scheduler.get("manager", MEETING).statusCode()).isEqualTo(200);
    for (String paper : List.of("", "/agenda.html", "/agenda.pdf", "/attendance.pdf")) {
      HttpResponse<String> none = scheduler.get("hokatsu", "/api/meetings/none" + paper);
      assertThat(none.statusCode()).isEqualTo(404);
      assertThat(scheduler.get("hokatsu", MEETING + paper).body()).isEqualTo(none.body());
    }
  }

  @Test
  void a_list_has_a_limit_and_a_fault_names_its_field() {
    String candidates =
        IntStream.range(0, 21)
            .mapToObj(_ -> "\"2026-10-14T15:00:00+09:00\"")
            .collect(Collectors.joining(",", "{\"candidates\": [", "]}"));
    HttpResponse<String> answer = post("shakyo", MEETING + "/candidates", "h", candidates);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"candidates\"", "20件");
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

  @Test
  void a_key_that_tells_its_age_is_refused_once_its_answer_is_forgotten() {
    Instant old = network.clock().instant().minus(CommandKeys.KEPT).minusSeconds(1);
    String key = UuidVersion7.at(old, new Random(1)).toString();
    HttpResponse<String> answer = post("shakyo", MEETING + "/move", key, OCTOBER_14);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("KEY_TOO_OLD");
    assertThat(post("hokatsu", MEETING + "/move", key, OCTOBER_14).body())
        .as("and tells nothing of the meeting")
        .isEqualTo(answer.body());
  }

  @Test
  void a_key_stands_for_one_thing_and_not_for_the_same_act_on_another() {
    String other = MEETING.replace("2026-10-13", "2026-11-10");
    HttpResponse<String> first = post("shakyo", MEETING + "/minutes", "minutes", "{}");
    assertThat(first.body()).contains("NOT_HELD");
    assertThat(post("shakyo", other + "/minutes", "minutes", "{}").body()).contains("KEY_REUSED");
  }

  @Test
  void lists_come_in_pages_and_a_wrong_page_names_its_parameter() {
    HttpResponse<String> first = get("/api/meetings?limit=1");
    assertThat(first.body()).contains("\"meetings\":[{").contains("\"nextCursor\":\"");
    String cursor = first.body().replaceAll("(?s).*\"nextCursor\":\"([^\"]*)\".*", "$1");
    assertThat(get("/api/meetings?limit=1&cursor=" + cursor).body())
        .startsWith("{\"meetings\":[{")
        .isNotEqualTo(first.body());
    for (String list : LISTS) {
      assertThat(get(list).statusCode()).as(list).isEqualTo(200);
      assertThat(get(list + "?limit=201").body()).contains("PARAMETER_INVALID", "\"limit\"", "200");
      assertThat(get(list + "?limit=1&cursor=x").body()).contains("CURSOR_INVALID", "\"cursor\"");
      assertThat(get(list + "?page=2").body())
          .contains("PARAMETER_UNKNOWN", "\"page\"", "\"limit\"");
    }
    assertThat(get("/api/carried?cursor=" + cursor).body()).contains("CURSOR_INVALID");
    assertThat(get("/api/notices?delivery=LOST").body()).contains("\"delivery\"", "GIVEN_UP");
  }

  @Test
  void a_case_is_named_by_its_number_in_every_list_also_where_a_command_was_refused() {
    CaseId caseId = network.refusedCase();
    String number = RealNetwork.numberOf(caseId).value();
    String both = "\"caseId\":\"" + caseId + "\",\"caseNumber\":\"" + number + "\"";
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(get("/api/refusals?limit=200").body()).contains(both);
              assertThat(get("/api/progress-ledger?limit=200").body())
                  .contains(caseId.toString(), number);
            });
  }

  @Test
  void wrong_tokens_are_slowed_down_by_their_source_and_the_right_one_never() {
    List<CompletableFuture<HttpResponse<String>>> guesses =
        IntStream.range(0, 10).mapToObj(number -> guess(HTTP, number)).toList();

    assertThat(get("/api/meetings").statusCode()).isEqualTo(200);
    assertThat(guess(FROM_ELSEWHERE, 10).join().statusCode()).isEqualTo(401);
    assertThat(guesses).as("and the last of the first source still wait").anyMatch(NOT_DONE);
    assertThat(guesses).allMatch(guess -> guess.join().statusCode() == 401);
  }

  private static CompletableFuture<HttpResponse<String>> guess(HttpClient client, int number) {
    return client.sendAsync(
        scheduler.request("guess " + number, "/api/meetings").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void what_waits_behind_an_unreadable_record_is_bounded_and_the_case_it_concerns_is_told() {
    CaseId held = network.heldCase(WaitingBound.IN_MEMORY.perKey() + 1);
    await().atMost(SOON).until(() -> aside("readAtNextStart").toString().contains("" + held));
    assertThat(get("/api/meetings").statusCode()).as("nobody else waits").isEqualTo(200);

    await().atMost(SOON).until(() -> aside("records").size() == 1);
    JsonNode record = aside("records").get(0);
    String pass =
        "/api/aside/%s/%d/%d/pass"
            .formatted(
                record.path("topic").asString(),
                record.path("partition").asInt(),
                record.path("offset").asLong());
    assertThat(post("hokatsu", pass, "p", PASS).statusCode()).isEqualTo(404);
    assertThat(post("manager", pass, "p", PASS).statusCode()).isEqualTo(202);
    await().atMost(SOON).until(() -> aside("open").asInt() == 0);
    assertThat(aside("readAtNextStart").toString()).as("too many to go on now").contains("" + held);
  }

  private static JsonNode aside(String part) {
    return JsonMapper.shared().readTree(get("/api/aside").body()).path(part);
  }

  private static HttpResponse<String> get(String path) {
    return scheduler.get("manager", path);
  }

  private static HttpResponse<String> post(String who, String path, String key, String body) {
    return scheduler.post(who, path, key, body);
  }
}
