package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.compose.city.SampleCity.HOKATSU;
import static jp.tsunagu.compose.city.SampleCity.KONKYU_MADOGUCHI;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.Reply;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import jp.tsunagu.compose.ledger.LedgerReader;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Tag("slow")
@ResourceLock(value = RunningNetwork.BROKER, mode = ResourceAccessMode.READ)
@ExtendWith(RunningNetwork.class)
class RedeliveryHasNoSecondEffectTest {
  private static final int TIMES = 100;

  @Test
  void what_is_submitted_100_times_with_one_key_takes_effect_once(Network network)
      throws Exception {
    try (var ledger = LedgerReader.fromNow(network.machine().reader(), SampleCity.NETWORK)) {
      var form = Forms.sentTo(KONKYU_MADOGUCHI).toString();
      var referralId = network.agency(HOKATSU).register(form).text("referralId");
      var receiver = network.agency(KONKYU_MADOGUCHI);
      await().atMost(SOON).until(() -> receiver.referral(referralId).status() == 200);
      var headers = Map.of("Idempotency-Key", "accept-" + referralId, "If-Match", "*");
      var path = "/referrals/" + referralId + "/accept";
      var replies = atOnce(() -> receiver.service().post(path, "{}", headers));
      assertThat(replies).extracting(Reply::status).containsAnyOf(200, 202).doesNotContain(500);
      var events = new ArrayList<CaseEvent>();
      await()
          .atMost(SOON)
          .until(
              () -> {
                events.addAll(ledger.next());
                return accepted(events, referralId) > 0;
              });
      events.addAll(ledger.next());
      assertThat(accepted(events, referralId)).isOne();
    }
  }

  private static long accepted(List<CaseEvent> events, String referralId) {
    return events.stream()
        .filter(ReferralAccepted.class::isInstance)
        .map(ReferralAccepted.class::cast)
        .filter(event -> event.referralId().toString().equals(referralId))
        .count();
  }

  private static List<Reply> atOnce(Callable<Reply> post) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var replies = new ArrayList<Reply>();
      for (var reply : threads.invokeAll(IntStream.range(0, TIMES).mapToObj(_ -> post).toList())) {
        replies.add(reply.get());
      }
      return replies;
    }
  }
}
