package jp.tsunagu.stats.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.stats.recount.StatsRecount;
import jp.tsunagu.stats.testing.RandomStory;
import jp.tsunagu.stats.testing.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Killed with -9 amid events, then two instances of which one is killed: what is answered is right or
 * 503, and a recount agrees. {@code -Dkill.rounds=10} kills more often.
 */
class FiguresStayRightWhenKilledTest {

  private static final Logger LOG = LoggerFactory.getLogger(FiguresStayRightWhenKilledTest.class);
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 2);
  private static final int CASES_PER_ROUND = 400;
  private static final Pattern SENT = Pattern.compile("\"dimension\":\"all\".*?\"openCases\":(\\d+)");

  private final Random random = new Random(9);
  private int cases;

  @Test
  void a_recount_agrees_after_every_kill(@TempDir Path first, @TempDir Path second)
      throws Exception {
    try (CityBroker city = new CityBroker()) {
      StatsProcess one = StatsProcess.start(city.servers(), first, "stats-1");
      try {
        for (int round = 1; round <= ROUNDS; round++) {
          append(city);
          awaitSomething(one);
          append(city);
          one.kill();
          long killed = System.nanoTime();
          one = StatsProcess.start(city.servers(), first, "stats-1");
          awaitAnswer(one);
          LOG.warn("round {}: right again after {} ms", round, millisSince(killed));
          recount(city);
        }
        twoInstances(city, one, second);
      } finally {
        one.kill();
      }
    }
  }

  private void twoInstances(CityBroker city, StatsProcess one, Path second) throws Exception {
    StatsProcess other = StatsProcess.start(city.servers(), second, "stats-2");
    try {
      append(city);
      awaitAnswer(other);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(openCases(one)).isEqualTo(openCases(other)));
      recount(city);
    } finally {
      other.kill();
    }
    append(city);
    awaitAnswer(one);
    recount(city);
  }

  private void append(CityBroker city) {
    List<CaseEvent> events = new ArrayList<>();
    for (int i = 0; i < CASES_PER_ROUND; i++) {
      cases++;
      events.addAll(RandomStory.of(random, cases).events());
    }
    city.append(events);
  }

  private static void recount(CityBroker city) {
    StatsRecount recount =
        new StatsRecount(city.servers(), CityBroker.NETWORK, city.codec, Town.RULES);
    await().atMost(PATIENCE).until(() -> recount.run().agrees());
    LOG.warn("recount: {} events agree", recount.run().events());
  }

  /** It listens: killed now, it is amid its work. */
  private static void awaitSomething(StatsProcess stats) {
    await().atMost(PATIENCE).until(() -> stats.get("/api/caseload").isPresent());
  }

  private static void awaitAnswer(StatsProcess stats) {
    await().atMost(PATIENCE).until(() -> openCases(stats).isPresent());
  }

  private static Optional<String> openCases(StatsProcess stats) throws InterruptedException {
    Optional<HttpResponse<String>> answer = stats.get("/api/caseload");
    if (answer.isEmpty() || answer.get().statusCode() != 200) {
      return Optional.empty();
    }
    Matcher found = SENT.matcher(answer.get().body());
    return found.find() ? Optional.of(found.group(1)) : Optional.of("0");
  }

  private static long millisSince(long begun) {
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
