package jp.tsunagu.gateway.view;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static jp.tsunagu.gateway.testing.SampleNetwork.HOKATSU;
import static jp.tsunagu.gateway.testing.SampleNetwork.SHAKYO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.gateway.testing.Household;
import jp.tsunagu.gateway.testing.RunningReadSide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@Tag("slow")
class ViewsAreRebuiltTest {

  private static final Instant START = Instant.parse("2026-09-03T01:20:00Z");

  @Test
  void nothing_is_guessed_before_everything_was_read_and_a_lost_broker_is_waited_for() {
    try (RunningReadSide readSide = RunningReadSide.startOnAnEmptyBroker()) {
      nothingIsGuessed(readSide);
      readSide.ledger().createTopics();
      readSide.ledger().publishDirectory();
      readSide.awaitReady();
      aLostBrokerIsWaitedFor(readSide);
    }
  }

  private static void nothingIsGuessed(RunningReadSide readSide) {
    for (String path : new String[] {"/api/cases", "/api/directory", "/api/queue"}) {
      expect(readSide, path, 503)
          .expectHeader()
          .valueEquals(HttpHeaders.RETRY_AFTER, "2")
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("NOT_READY");
    }
    expect(readSide, "/subjects", 503).expectBody().jsonPath("$.error_code").isEqualTo(50301);
    expect(readSide, "/schemas/ids/1", 200);
    expect(readSide, "/actuator/health", 503);
  }

  private static void aLostBrokerIsWaitedFor(RunningReadSide readSide) {
    Household household = Household.receivedBy(HOKATSU, START);
    ReferralId leg = household.newLeg();
    readSide.tell(household.sent(leg, HOKATSU, SHAKYO));
    String timeline = "/api/cases/" + household.caseId() + "/timeline";

    readSide.broker().stop();
    expect(readSide, "/api/referrals/" + leg, 200);
    Instant before = Instant.now();
    expect(readSide, timeline, 503);
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(30));

    readSide.broker().restart();
    await().atMost(SOON).untilAsserted(() -> expect(readSide, timeline, 200));
    readSide.tell(Household.receivedBy(HOKATSU, START));
  }

  private static ResponseSpec expect(RunningReadSide readSide, String path, int status) {
    var answer = readSide.desk().get().uri(path).exchange();
    answer.expectStatus().isEqualTo(status);
    return answer;
  }
}
