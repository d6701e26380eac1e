package jp.tsunagu.connector.web;

import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.testing.DirectoryLines;
import jp.tsunagu.contract.testing.DirectoryLines.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a running network: a line of every kind goes and comes back while a referral is open. */
@Tag("slow")
class LinesAreRemovedAndPutBackTest {

  private static final AgencyId SHOGAI = new AgencyId("shogai");
  private static final String CONSULTATION =
      """
      {"consultation": {"fields": ["OTHER"], "area": "east", "urgency": "NORMAL"}}
      """;

  private final CaseId caseId = Samples.caseId();
  private final ReferralId leg = Samples.referralId();
  @TempDir private Path folder;
  private TestApi api;
  private DirectoryLines lines;

  @BeforeEach
  void start() {
    api = new TestApi(folder, Map.of());
    lines = DirectoryLines.of(api.network().address().network());
    api.network().publish(lines.whole());
    api.network()
        .deliver(
            SHAKYO,
            caseId,
            Samples.sent(TestNetwork.header(caseId, 1, SHAKYO), leg, SHAKYO, SHOGAI));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void the_connector_stays_ready_loses_nothing_and_shows_its_sender_that_the_receiver_has_left() {
    await().atMost(SOON).until(() -> own().status() == 200);
    for (String kind : lines.kinds()) {
      take(kind, lines.removed(kind));
      boolean left = kind.equals("agencies[]");
      assertThat(own().json().path("receiverLeftOn").asString(""))
          .as(kind)
          .isEqualTo(left ? "2026-04-01" : "");
      assertThat(api.get(SHAKYO, "/referrals").body().contains("名簿から外れました"))
          .as(kind)
          .isEqualTo(left);
      assertThat(api.post(SHAKYO, "/consultations", CONSULTATION).status()).as(kind).isEqualTo(202);
      take(kind, lines.putBack(kind));
    }
    await().atMost(SOON).until(() -> received() == lines.kinds().size());
    assertThat(own().body()).doesNotContain("名簿から外れました");
  }

  private void take(String kind, List<Change> changes) {
    api.network().publish(changes);
    await().atMost(SOON).until(() -> changes.stream().allMatch(this::isRead));
    HttpRequest readiness =
        HttpRequest.newBuilder(api.uri("/actuator/health/readiness")).GET().build();
    assertThat(api.send(readiness).body()).as(kind).contains("UP");
    assertThat(own().status()).as(kind).isEqualTo(200);
  }

  private boolean isRead(Change change) {
    return Objects.equals(
        api.bean(CurrentDirectory.class).snapshot().records().get(change.key()), change.record());
  }

  private TestApi.Reply own() {
    return api.get(SHAKYO, "/referrals/" + leg);
  }

  private long received() {
    return api.network().outbox(SHAKYO).stream()
        .filter(sent -> sent.value() instanceof ReceiveSheet)
        .count();
  }
}
