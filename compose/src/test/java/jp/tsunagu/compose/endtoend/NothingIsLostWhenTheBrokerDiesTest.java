package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.compose.city.SampleCity.HOKATSU;
import static jp.tsunagu.compose.city.SampleCity.KONKYU_MADOGUCHI;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import jp.tsunagu.compose.ledger.LedgerReader;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The broker is away while agencies go on submitting; {@code -Doutage.seconds=60} makes the outage
 * as long as one wishes.
 */
@Order(2)
@ResourceLock(RunningNetwork.BROKER)
@Tag("slow")
@ExtendWith(RunningNetwork.class)
class NothingIsLostWhenTheBrokerDiesTest {
  private static final int OUTAGE_SECONDS = Integer.getInteger("outage.seconds", 10);
  private static final Duration EVERY = Duration.ofMillis(200);

  @Test
  void every_answered_submission_arrives_exactly_once_and_in_order(Network network)
      throws Exception {
    var answered = Collections.synchronizedList(new ArrayList<String>());
    try (var ledger = LedgerReader.fromNow(network.machine().reader(), SampleCity.NETWORK)) {
      var meanwhile = submitThroughAnOutage(network, answered);
      assertThat(meanwhile).as("submissions accepted while the broker was away").isPositive();
      var arrived = new HashMap<CaseId, List<CaseEvent>>();
      await()
          .atMost(SOON)
          .until(
              () -> {
                ledger.next().forEach(event -> byCase(arrived, event).add(event));
                return answered.stream().allMatch(caseId -> sent(arrived, caseId) > 0);
              });
      assertThat(answered).allSatisfy(caseId -> arrivedOnceInOrder(arrived, caseId));
    }
  }

  private static int submitThroughAnOutage(Network network, List<String> answered)
      throws InterruptedException {
    var broker = network.machine().broker();
    try (var steady = Executors.newSingleThreadScheduledExecutor()) {
      var task =
          steady.scheduleWithFixedDelay(
              () -> submit(network, answered), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
      await().atMost(SOON).until(() -> answered.size() > 5);
      broker.stop();
      var before = answered.size();
      var away = Duration.ofSeconds(OUTAGE_SECONDS);
      await().pollDelay(away).atMost(away.plusSeconds(5)).until(() -> true);
      var meanwhile = answered.size() - before;
      broker.restart();
      var after = answered.size();
      await().atMost(SOON).until(() -> answered.size() > after + 5);
      task.cancel(false);
      return meanwhile;
    }
  }

  private static void submit(Network network, List<String> answered) {
    var form = Forms.sentTo(KONKYU_MADOGUCHI).toString();
    var key = "outage-" + answered.size() + "-" + System.nanoTime();
    var reply =
        network
            .agency(HOKATSU)
            .service()
            .post("/consultations", form, Map.of("Idempotency-Key", key));
    if (reply.isSuccess()) {
      answered.add(reply.text("caseId"));
    }
  }

  private static List<CaseEvent> byCase(Map<CaseId, List<CaseEvent>> arrived, CaseEvent event) {
    return arrived.computeIfAbsent(event.header().caseId(), _ -> new ArrayList<>());
  }

  private static long sent(Map<CaseId, List<CaseEvent>> arrived, String caseId) {
    return arrived.getOrDefault(CaseId.of(caseId), List.of()).stream()
        .filter(ReferralSent.class::isInstance)
        .count();
  }

  private static void arrivedOnceInOrder(Map<CaseId, List<CaseEvent>> arrived, String caseId) {
    var events = arrived.getOrDefault(CaseId.of(caseId), List.of());
    assertThat(sent(arrived, caseId)).as(caseId).isOne();
    for (var index = 0; index < events.size(); index++) {
      assertThat(events.get(index).header().sequence()).as(caseId).isEqualTo(index + 1L);
    }
  }
}
