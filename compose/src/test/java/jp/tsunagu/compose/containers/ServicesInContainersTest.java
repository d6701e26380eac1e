package jp.tsunagu.compose.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.client.Reply;
import jp.tsunagu.compose.client.ServiceClient;
import jp.tsunagu.compose.tour.ReadmeTour;
import jp.tsunagu.contract.id.AgencyId;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** compose.yaml as a person starts it: every service in a container of its own. */
@Tag("slow")
@Isolated(
    "a dozen containers want every core: beside others everything takes longer than one after the other")
@ExtendWith({LoudWithoutDocker.class, LoudWithoutCompose.class})
class ServicesInContainersTest {
  private static final Pattern REFERRAL = Pattern.compile("\"referralId\":\"([^\"]+)\"");
  private static final Pattern CASE = Pattern.compile("\"caseId\":\"([^\"]+)\"");

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Of the services of which two run. */
  private static final String FIRST = "";

  private static final String SECOND = "-2";

  /** While a broker dies. */
  private static final int SENT_AT_ONCE = 12;

  /** The key of the tour's first request. */
  private static final String TOUR = "tour-1";

  private static final String ENDED = "がこのログインを受け付けません";

  private static final String LOGIN =
      "--spring.kafka.properties.sasl.jaas.config="
          + "org.apache.kafka.common.security.scram.ScramLoginModule required ";

  @TempDir Path folder;

  @Test
  @Timeout(value = 40, unit = TimeUnit.MINUTES)
  void the_tour_runs_and_down_and_up_keep_everything_once() throws Exception {
    var command = ComposeCommand.installed().orElseThrow();
    try (var project = new ComposeProject(command, folder)) {
      project.build();
      project.up();
      everythingIsAsked(project);
    }
  }

  private void everythingIsAsked(ComposeProject project) throws Exception {
    var authority = Files.writeString(folder.resolve("authority.pem"), project.authority());
    try (var http = HttpClient.newBuilder().sslContext(Trust.in(authority)).build()) {
      String said =
          ReadmeTour.run(addresses(project), Map.of("CURL_CA_BUNDLE", authority.toString()));
      new OverHttps(project, http).isAllThereIs();
      var referral = first(REFERRAL, said);
      var caseId = first(CASE, said);
      anAgencyReachesTheBrokersAndWhatIsItsOwn(project);
      whoeverHasNoLoginIsRefusedAtTheBrokers(project);
      var known = known(project, http, referral, caseId, FIRST);
      theSecondGoesOnWhereTheFirstFails(
          project,
          http,
          () -> assertThat(known(project, http, referral, caseId, SECOND)).isEqualTo(known));
      whateverIsSentWhileABrokerDiesIsDecided(project, http);

      await()
          .atMost(PATIENCE)
          .until(() -> counted(project, http, SECOND).size() == SENT_AT_ONCE + 2);
      var all = known(project, http, referral, caseId, SECOND);
      project.down();
      project.up();

      assertThat(known(project, http, referral, caseId, FIRST)).isEqualTo(all);
      assertThat(sent(project, http, TOUR).text("referralId")).isEqualTo(referral);
      assertThat(known(project, http, referral, caseId, FIRST)).isEqualTo(all);
      revokesOneWhomNobodyElseMisses(project, http);
    }
  }

  private static void anAgencyReachesTheBrokersAndWhatIsItsOwn(ComposeProject project)
      throws Exception {
    var own = List.of("hokatsu-database/5432", "kafka-1/9092", "kafka-3/9092", "login/8080");
    var others = List.of("shogai-soudan-database/5432", "shogai-soudan/8080", "gateway/8080");
    var byNumber =
        others.stream()
            .map(other -> other.split("/"))
            .map(other -> project.number(other[0]) + "/" + other[1]);
    var places = Stream.of(own.stream(), others.stream(), byNumber).flatMap(some -> some).toList();
    assertThat(project.reached("hokatsu", places)).containsExactlyInAnyOrderElementsOf(own);
  }

  private static void theSecondGoesOnWhereTheFirstFails(
      ComposeProject project, HttpClient http, ThrowingRunnable everythingIsKnown)
      throws Exception {
    var moved = found(moved(project, http, FIRST, 1));
    project.kill("gateway", "stats", "scheduler");
    await().atMost(PATIENCE).untilAsserted(everythingIsKnown);
    assertThat(found(moved(project, http, SECOND, 1))).as("the same key").isEqualTo(moved);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(moved(project, http, SECOND, 2).status()).isEqualTo(200));
    var more = found(sent(project, http, "while-the-first-is-away")).path("caseId").asString();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(timeline(project, http, more, SECOND)).isNotEmpty());
  }

  /**
   * With a broker the leaders of a third of all partitions are gone. How long each waited is noted
   * beside the test's report.
   */
  private static void whateverIsSentWhileABrokerDiesIsDecided(
      ComposeProject project, HttpClient http) throws Exception {
    project.kill("kafka-1");
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var waits =
          clients.invokeAll(
              IntStream.range(0, SENT_AT_ONCE)
                  .mapToObj(
                      number -> (Callable<Duration>) () -> untilDecided(project, http, number))
                  .toList());
      var seconds = new TreeSet<Long>();
      for (var wait : waits) {
        seconds.add(wait.get().toSeconds());
      }
      Files.writeString(
          Path.of("target", "seconds-waited-while-a-broker-died.txt"), seconds + "\n");
    }
  }

  /** How long it took until the network had decided; it has arrived when this returns. */
  private static Duration untilDecided(ComposeProject project, HttpClient http, int number)
      throws Exception {
    var begun = System.nanoTime();
    var taken = found(sent(project, http, "while-a-broker-dies-" + number));
    var sender = agency(project, http, SampleCity.HOKATSU);
    var command = "/commands/" + taken.path("commandIds").path(0).asString();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> found(sender.service().get(command)).path("decided").asBoolean());
    var waited = Duration.ofNanos(System.nanoTime() - begun);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                found(sender.referral(taken.path("referralId").asString()))
                    .path("stage")
                    .path("code")
                    .asString("")
                    .equals("ARRIVED"));
    return waited;
  }

  /** The desk puts the last meeting of the calendar off by so many days, under one key for each. */
  private static Reply moved(ComposeProject project, HttpClient http, String which, int days) {
    var scheduler = scheduler(project, http, which);
    var last = found(scheduler.get("/api/meetings?body=shien-kaigi")).path("meetings");
    var id = last.path(last.size() - 1).path("meetingId").asString("");
    var day = LocalDate.parse(id.substring(id.indexOf('.') + 1)).plusDays(days);
    return scheduler.post(
        "/api/meetings/" + id + "/move",
        "{\"startsAt\": \"%sT15:00:00+09:00\"}".formatted(day),
        Map.of("Idempotency-Key", "moved-by-" + days));
  }

  private static ServiceClient scheduler(ComposeProject project, HttpClient http, String which) {
    return new ServiceClient(
        http, project.address("scheduler" + which), SampleCity.tokenOf(SampleCity.DESK));
  }

  private static void whoeverHasNoLoginIsRefusedAtTheBrokers(ComposeProject project)
      throws Exception {
    assertThat(recount(project).printed()).contains("不一致 0件");
    var inTheClear = recount(project, "--spring.kafka.security.protocol=PLAINTEXT");
    assertThat(inTheClear.code()).as(inTheClear.printed()).isNotZero();
    assertThat(inTheClear.printed()).doesNotContain("不一致");
    assertThat(recount(project, LOGIN + "username=\"gateway\" password=\"guessed\";").printed())
        .contains("ユーザー名かパスワードが違います")
        .doesNotContain("不一致");
  }

  private static ComposeCommand.Ended recount(ComposeProject project, String... words)
      throws Exception {
    return project.command(
        "gateway", Stream.concat(Stream.of("recount"), Stream.of(words)).toArray(String[]::new));
  }

  private static void revokesOneWhomNobodyElseMisses(ComposeProject project, HttpClient http)
      throws Exception {
    assertThat(project.centre("list")).contains(SampleCity.SHAKYO.value());
    project.centre("revoke", SampleCity.SHAKYO.value());
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(project.health(SampleCity.SHAKYO.value())).contains(ENDED));
    assertThat(project.health(SampleCity.HOKATSU.value())).doesNotContain(ENDED);
    assertThat(sent(project, http, TOUR).isSuccess()).isTrue();

    project.centre("admit", SampleCity.SHAKYO.value());
    project.restart(SampleCity.SHAKYO.value());
    assertThat(project.health(SampleCity.SHAKYO.value())).doesNotContain(ENDED);
  }

  /** Of every address in the tour the one it has here; an agency's is that of its own connector. */
  private static Map<String, String> addresses(ComposeProject project) {
    var addresses = new LinkedHashMap<String, String>();
    addresses.put("http://localhost:8080", project.address("gateway").toString());
    addresses.put("http://localhost:8300", project.address("stats").toString());
    for (var agency : List.of(SampleCity.HOKATSU, SampleCity.SHOGAI_SOUDAN)) {
      addresses.put(
          "http://localhost:8100/agencies/" + agency,
          project.address(agency.value()) + "/agencies/" + agency);
    }
    return addresses;
  }

  private static String first(Pattern pattern, String text) {
    return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
  }

  /** What both sides, a gateway and one of the statistics know of it. */
  private static Map<String, JsonNode> known(
      ComposeProject project, HttpClient http, String referral, String caseId, String which) {
    var known = new LinkedHashMap<String, JsonNode>();
    for (var agency : List.of(SampleCity.HOKATSU, SampleCity.SHOGAI_SOUDAN)) {
      var client = agency(project, http, agency);
      known.put(agency + " referral", found(client.referral(referral)));
      known.put(agency + " referrals", found(client.service().get("/referrals")));
    }
    known.put("timeline", timeline(project, http, caseId, which));
    known.put("cases counted", counted(project, http, which));
    return known;
  }

  private static JsonNode counted(ComposeProject project, HttpClient http, String which) {
    var stats = project.address("stats" + which);
    var manager = new ServiceClient(http, stats, SampleCity.MANAGER_TOKEN);
    var cases = manager.get("/api/explanation?bucket=now/all&measure=OPEN_CASES");
    return found(cases).path("rows");
  }

  private static JsonNode timeline(
      ComposeProject project, HttpClient http, String caseId, String which) {
    var gateway = project.address("gateway" + which);
    var asSender = new ServiceClient(http, gateway, SampleCity.tokenOf(SampleCity.HOKATSU));
    return found(asSender.get("/api/cases/" + caseId + "/timeline")).path("events");
  }

  private static JsonNode found(Reply reply) {
    assertThat(reply.isSuccess()).as(reply.toString()).isTrue();
    return reply.body();
  }

  /** The tour's first request, byte for byte: curl sends a file without its line ends. */
  private static Reply sent(ComposeProject project, HttpClient http, String key) throws Exception {
    var sheet = Files.readString(Path.of("tour", "sheet.json")).replace("\n", "");
    return agency(project, http, SampleCity.HOKATSU)
        .service()
        .post("/consultations?wait=10", sheet, Map.of("Idempotency-Key", key));
  }

  private static AgencyClient agency(ComposeProject project, HttpClient http, AgencyId agency) {
    return new AgencyClient(http, project.address(agency.value()), agency);
  }
}
