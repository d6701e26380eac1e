package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.compose.city.SampleCity.DESK;
import static jp.tsunagu.compose.city.SampleCity.HOKATSU;
import static jp.tsunagu.compose.city.SampleCity.KODOMO_KATEI;
import static jp.tsunagu.compose.city.SampleCity.SHAKYO;
import static jp.tsunagu.compose.city.SampleCity.SHOGAI_SOUDAN;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.client.Reply;
import jp.tsunagu.compose.client.ServiceClient;
import jp.tsunagu.compose.run.DataFolder;
import jp.tsunagu.compose.run.Ports;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.compose.run.TestFolders;
import jp.tsunagu.contract.id.AgencyId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 支援措置: a network before and after a protected case, at one and the same moment. The agency that is
 * excluded calls every route of every service, and not a byte is another one.
 */
@Tag("slow")
class ExcludedAgencyLearnsNothingTest {

  private static final AgencyId EXCLUDED = KODOMO_KATEI;

  /** Longer than results and metrics wait to be told anew. */
  private static final Duration EVERYTHING_IS_TOLD = Duration.ofSeconds(7);

  private static DataFolder folder;
  private static SingleMachine machine;
  private static HttpClient http;
  private static List<EveryRoute> services;

  @BeforeAll
  static void start() throws Exception {
    folder = TestFolders.empty("protected");
    Clock still = Clock.fixed(Instant.now(), ZoneOffset.UTC);
    machine =
        SingleMachine.start(
            new SingleMachine.Settings(folder, Ports.anyFree(), false, Map.of(), still, true),
            _ -> {});
    http = HttpClient.newHttpClient();
    services = new ArrayList<>();
    for (URI address :
        List.of(
            machine.gateway(),
            machine.connector(),
            machine.scheduler(),
            machine.statistics().orElseThrow())) {
      services.add(
          EveryRoute.of(
              http, address, SampleCity.tokenOf(EXCLUDED), Map.of("agencyId", EXCLUDED.value())));
    }
  }

  @AfterAll
  static void stop() {
    http.shutdownNow();
    machine.close();
    folder.empty();
    folder.close();
  }

  @Test
  void not_a_byte_of_any_answer_and_no_open_metric_tells_of_a_protected_case() throws Exception {
    var told = new ConcurrentLinkedQueue<String>();
    listen(told);
    sent(EXCLUDED, SHAKYO);
    sent(HOKATSU, EXCLUDED);
    await().atMost(SOON).until(() -> openCases() == 2);
    SortedMap<String, String> before = settled();
    List<String> news = news(told);
    assertThat(before).hasSizeGreaterThan(40);
    assertThat(news).isNotEmpty();

    Reply hidden = protectedCase();
    await().atMost(SOON).until(() -> openCases() == 3);
    assertThat(atTheGateway(SampleCity.tokenOf(SHOGAI_SOUDAN), hidden))
        .as("a party sees it as everyone sees theirs")
        .contains(HOKATSU.value(), SHOGAI_SOUDAN.value())
        .doesNotContain(EXCLUDED.value());
    assertThat(atTheGateway(SampleCity.PROTECTION_TOKEN, hidden)).contains(EXCLUDED.value());

    await()
        .atMost(SOON)
        .during(EVERYTHING_IS_TOLD)
        .untilAsserted(() -> assertThat(everything()).isEqualTo(before));
    assertThat(news(told)).isEqualTo(news);
    answersAsNothing("caseId", hidden.text("caseId"));
    answersAsNothing("referralId", hidden.text("referralId"));
  }

  private static String atTheGateway(String token, Reply hidden) {
    return new ServiceClient(http, machine.gateway(), token)
        .get("/api/cases/" + hidden.text("caseId"))
        .body()
        .toString();
  }

  private static void answersAsNothing(String variable, String id)
      throws IOException, InterruptedException {
    String nobodys = UUID.randomUUID().toString();
    for (EveryRoute service : services) {
      SortedMap<String, String> real = service.answers(Map.of(variable, id));
      SortedMap<String, String> nothing = service.answers(Map.of(variable, nobodys));
      real.replaceAll((_, answer) -> answer.replace(id, "ID"));
      nothing.replaceAll((_, answer) -> answer.replace(nobodys, "ID"));
      assertThat(real).isEqualTo(nothing);
    }
  }

  /** Registered, sent, opened, accepted, and taken on by the desk. */
  private static Reply protectedCase() {
    var form = Forms.sentTo(SHOGAI_SOUDAN, DESK);
    var protection = form.withObject("/consultation").putObject("protection");
    protection.put("until", "2030-03-31");
    protection.putArray("named").add(SHOGAI_SOUDAN.value());
    protection.putArray("excluded").add(EXCLUDED.value());
    Reply sent = agency(HOKATSU).register(form.toString());
    assertThat(sent.isSuccess()).as("%s %s", sent, sent.body()).isTrue();
    AgencyClient receiver = agency(SHOGAI_SOUDAN);
    String referral = sent.text("referralId");
    await().atMost(SOON).until(() -> receiver.referral(referral).isSuccess());
    for (String action : List.of("accept", "first-contact")) {
      Reply done = receiver.act(referral, action, "{}");
      assertThat(done.isSuccess()).as("%s %s", done, done.body()).isTrue();
    }
    return sent;
  }

  private static String sent(AgencyId from, AgencyId to) {
    Reply sent = agency(from).register(Forms.sentTo(to).toString());
    assertThat(sent.isSuccess()).as("%s %s", sent, sent.body()).isTrue();
    return sent.text("caseId");
  }

  private static SortedMap<String, String> everything() throws IOException, InterruptedException {
    SortedMap<String, String> all = new TreeMap<>();
    for (EveryRoute service : services) {
      all.putAll(service.answers(Map.of()));
    }
    for (URI address :
        List.of(machine.gateway(), machine.scheduler(), machine.statistics().orElseThrow())) {
      metrics(address).forEach(line -> all.put(address + " " + line, ""));
    }
    return all;
  }

  /** What is counted of cases; what a service says of its own machinery is left out. */
  private static Stream<String> metrics(URI service) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service + "/actuator/prometheus")).build();
    return http.send(request, BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith("tsunagu_"));
  }

  private static SortedMap<String, String> settled() throws IOException, InterruptedException {
    AtomicReference<SortedMap<String, String>> last = new AtomicReference<>(everything());
    await()
        .atMost(SOON)
        .during(EVERYTHING_IS_TOLD)
        .until(
            () -> {
              SortedMap<String, String> now = everything();
              return now.equals(last.getAndSet(now));
            });
    return Objects.requireNonNull(last.get());
  }

  /** What came over streams of events, without the signs of life. */
  private static List<String> news(Queue<String> told) {
    return told.stream().filter(line -> line.startsWith("data:")).sorted().toList();
  }

  private static void listen(Queue<String> told) {
    for (EveryRoute service : services) {
      for (URI stream : service.streams()) {
        HttpRequest request =
            HttpRequest.newBuilder(stream)
                .header("Authorization", "Bearer " + SampleCity.tokenOf(EXCLUDED))
                .header("Accept", "text/event-stream")
                .build();
        CompletableFuture<Void> reading =
            http.sendAsync(request, BodyHandlers.ofLines())
                .thenAcceptAsync(
                    answer -> {
                      if (answer.statusCode() == 200) {
                        answer.body().forEach(told::add);
                      }
                    },
                    Thread::startVirtualThread);
        assertThat(reading).isNotCompletedExceptionally();
      }
    }
  }

  private static long openCases() {
    return new ServiceClient(http, machine.statistics().orElseThrow(), SampleCity.MANAGER_TOKEN)
        .get("/api/caseload")
        .body()
        .path("rows")
        .valueStream()
        .filter(row -> row.path("dimension").asString("").equals("all"))
        .mapToLong(row -> row.path("openCases").asLong())
        .findFirst()
        .orElse(0);
  }

  private static AgencyClient agency(AgencyId agency) {
    return new AgencyClient(http, machine.connector(), agency);
  }
}
