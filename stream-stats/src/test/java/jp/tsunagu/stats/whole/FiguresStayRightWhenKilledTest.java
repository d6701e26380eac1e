package jp.tsunagu.stats.whole;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.stats.recount.RebuildCommand;
import jp.tsunagu.stats.recount.StatsRecount.Result;
import jp.tsunagu.stats.stream.StreamSettings;
import jp.tsunagu.stats.testing.RandomStory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Processes killed with -9 amid their work. Whatever is answered is compared with a recount at
 * exactly the offsets it was counted to: right, or 503.
 */
@Tag("slow")
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FiguresStayRightWhenKilledTest {

  private static final Logger LOG = LoggerFactory.getLogger(FiguresStayRightWhenKilledTest.class);

  /** A recount reads the whole ledger. */
  private static final Duration BETWEEN_RECOUNTS = Duration.ofSeconds(1);

  private static final int KILLS = 10;
  private static final int CASES = 20;
  private static final Pattern OPEN_CASES =
      Pattern.compile("\"dimension\":\"all\".*?\"openCases\":(\\d+)");

  private final Random random = new Random(9);
  private final CityBroker city = new CityBroker();
  private Path firstState;
  private StatsProcess one;
  private int cases;

  @BeforeAll
  void start(@TempDir Path state) throws Exception {
    firstState = state;
    append();
    one = StatsProcess.start(city, state, "stats-1");
  }

  @AfterAll
  void stop() throws InterruptedException {
    one.kill();
    city.close();
  }

  @Test
  @Order(1)
  void killed_ten_times_at_random_points_no_event_is_lost_or_counted_twice() throws Exception {
    int answers = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      await().atMost(SOON).until(() -> one.get("/api/caseload").isPresent());
      append();
      if (random.nextBoolean()) {
        answers += askForAWhile(random.nextInt(15));
      }
      one.kill();
      one = StatsProcess.start(city, firstState, "stats-1");
    }
    LOG.info("{} right answers between {} kills", answers, KILLS);
    assertThat(answers).isPositive();
    awaitRecount(one);
  }

  @Test
  @Order(4)
  void after_a_rebuild_everything_comes_from_the_first_event_again() throws Exception {
    String[] arguments = {
      "rebuild",
      "--spring.kafka.bootstrap-servers=" + city.servers(),
      "--tsunagu.network-id=" + city.network,
      "--tsunagu.state-dir=" + firstState
    };
    assertThat(RebuildCommand.run(arguments)).isOne();
    one.kill();
    await().atMost(SOON).until(() -> RebuildCommand.run(arguments) == 0);
    assertThat(firstState.resolve(StreamSettings.applicationId(city.network))).doesNotExist();
    one = StatsProcess.start(city, firstState, "stats-1");
    awaitRecount(one);
  }

  @Test
  @Order(2)
  void a_state_directory_that_is_lost_is_built_anew() throws Exception {
    one.kill();
    assertThat(FileSystemUtils.deleteRecursively(firstState)).isTrue();
    one = StatsProcess.start(city, firstState, "stats-1");
    awaitRecount(one);
  }

  @Test
  @Order(3)
  void two_instances_tell_the_same_and_when_one_is_killed_the_other_goes_on(@TempDir Path second)
      throws Exception {
    StatsProcess other = StatsProcess.start(city, second, "stats-2");
    try {
      append();
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(openCases(one)).isPresent().isEqualTo(openCases(other)));
      awaitRecount(one, other);
    } finally {
      other.kill();
    }
    append();
    awaitRecount(one);
  }

  /** Until it has answered once and been asked so often more; every figure it told was right. */
  private int askForAWhile(int more) {
    await().atMost(SOON).pollInterval(BETWEEN_RECOUNTS).until(() -> recount(one).isPresent());
    int answered = 0;
    for (int i = 0; i < more; i++) {
      append();
      Optional<Result> result = recount(one);
      if (result.isPresent()) {
        answered++;
        assertThat(result.get().differences()).isEmpty();
      }
    }
    return answered;
  }

  private void awaitRecount(StatsProcess... instances) {
    await()
        .atMost(SOON)
        .pollInterval(BETWEEN_RECOUNTS)
        .until(
            () -> {
              Optional<Result> result = recount(instances);
              result.ifPresent(told -> assertThat(told.differences()).isEmpty());
              return result.filter(Result::agrees).isPresent();
            });
    assertThat(recount(instances).orElseThrow().cases()).isEqualTo(cases);
  }

  private Optional<Result> recount(StatsProcess... instances) {
    return city.recount(Arrays.stream(instances).map(StatsProcess::address).toList());
  }

  private void append() {
    List<CaseEvent> events = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      cases++;
      events.addAll(RandomStory.of(random, cases).events());
    }
    city.append(events);
  }

  private static Optional<String> openCases(StatsProcess stats) throws InterruptedException {
    Optional<HttpResponse<String>> answer = stats.get("/api/caseload");
    return answer
        .filter(one -> one.statusCode() == 200)
        .map(HttpResponse::body)
        .flatMap(body -> found(OPEN_CASES.matcher(body)).findFirst());
  }

  private static Stream<String> found(Matcher matcher) {
    return matcher.find() ? Stream.of(matcher.group(1)) : Stream.empty();
  }
}
