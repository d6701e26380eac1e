package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.compose.city.SampleCity.HOKATSU;
import static jp.tsunagu.compose.city.SampleCity.KODOMO_KATEI;
import static jp.tsunagu.compose.city.SampleCity.KONKYU_MADOGUCHI;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.Reply;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import jp.tsunagu.compose.ledger.LedgerReader;
import jp.tsunagu.contract.id.CaseId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Tag("slow")
@ResourceLock(value = RunningNetwork.BROKER, mode = ResourceAccessMode.READ)
@ExtendWith(RunningNetwork.class)
class EventsOfOneReferralStayInOrderTest {

  @Test
  void of_two_agencies_that_act_at_the_same_moment_exactly_one_wins(Network network)
      throws Exception {
    var sender = network.agency(HOKATSU);
    var receiver = network.agency(KONKYU_MADOGUCHI);
    var form = Forms.sentTo(KONKYU_MADOGUCHI).toString();
    var referralId = sender.register(form).text("referralId");
    await().atMost(SOON).until(() -> receiver.referral(referralId).status() == 200);
    List<Callable<Reply>> both =
        List.of(
            () -> sender.act(referralId, "withdraw", "{}"),
            () -> receiver.act(referralId, "accept", "{}"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var replies = new ArrayList<Reply>();
      for (var reply : threads.invokeAll(both)) {
        replies.add(reply.get());
      }
      assertThat(replies).filteredOn(Reply::isSuccess).hasSize(1);
      assertThat(replies).filteredOn(reply -> !reply.isSuccess()).hasSize(1);
    }
  }

  @Test
  void the_ledger_counts_every_case_from_one_without_gaps(Network network) {
    var form = Forms.sentTo(KODOMO_KATEI).toString();
    assertThat(network.agency(HOKATSU).register(form).isSuccess()).isTrue();
    try (var ledger = LedgerReader.fromBeginning(network.machine().reader(), SampleCity.NETWORK)) {
      var last = new HashMap<CaseId, Long>();
      for (var event : ledger.toEnd()) {
        var header = event.header();
        assertThat(header.sequence()).isEqualTo(last.getOrDefault(header.caseId(), 0L) + 1);
        last.put(header.caseId(), header.sequence());
      }
      assertThat(last).isNotEmpty();
    }
  }
}
