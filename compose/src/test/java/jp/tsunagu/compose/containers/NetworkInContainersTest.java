package jp.tsunagu.compose.containers;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.containers.AgencyApi.Seen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

@Tag("slow")
@ExtendWith(LoudWithoutDocker.class)
@Testcontainers(disabledWithoutDocker = true)
class NetworkInContainersTest {
  private static final String NAME = "架空 花子";

  private static final String SHEET =
      """
      {
        "consultation": {"fields": ["高齢・介護", "障害"], "area": "chubu", "urgency": "通常"},
        "persons": [{"person": 1, "name": "%s", "basis": "本人の同意"}],
        "consents": [{
          "person": 1, "purpose": "包括的相談支援", "method": "書面", "givenOn": "2026-04-01",
          "scope": ["氏名・生年月日"], "recipients": ["shogai-soudan"]
        }],
        "referral": {"receiver": "shogai-soudan", "mode": "協働"}
      }
      """
          .formatted(NAME);

  @Container
  static final KafkaContainer BROKER =
      new KafkaContainer(Image.BROKER.name()).withEnv("JDK_JAVA_OPTIONS", Image.SHORT_LIVED);

  @Container static final PostgreSQLContainer DATABASE = PostgreSql.container();

  @TempDir Path folder;

  @Test
  void a_referral_travels_between_two_connectors_and_its_acceptance_comes_back() throws Exception {
    try (var network = new RunningNetwork(BROKER, DATABASE, folder)) {
      network.startGateway();
      var sender = network.startConnector(SampleCity.HOKATSU);
      var receiver = network.startConnector(SampleCity.SHOGAI_SOUDAN);
      await().atMost(SOON).until(() -> sender.isReady() && receiver.isReady());

      var referral = sender.refer(SHEET);
      var arrived = seen(() -> receiver.referral(referral), NetworkInContainersTest::isComplete);
      receiver.accept(referral, arrived);

      var accepted = seen(() -> sender.referral(referral), seen -> seen.stage().equals("ACCEPTED"));
      assertThat(accepted.body().path("receiver").path("id").asString())
          .isEqualTo(SampleCity.SHOGAI_SOUDAN.value());
    }
  }

  /** Arrived by itself, and the sealed part about the person was opened. */
  private static boolean isComplete(Seen seen) {
    return seen.stage().equals("ARRIVED") && seen.body().path("dossiers").toString().contains(NAME);
  }

  private static Seen seen(Callable<Optional<Seen>> look, Predicate<Seen> awaited) {
    return await()
        .atMost(SOON)
        .until(look, found -> found.filter(awaited).isPresent())
        .orElseThrow();
  }
}
