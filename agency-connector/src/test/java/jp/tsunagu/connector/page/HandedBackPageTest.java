package jp.tsunagu.connector.page;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestWindow.SHEET;
import static jp.tsunagu.connector.testing.TestWindow.key;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestWindow;
import jp.tsunagu.connector.testing.TestWindow.Delivered;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.HandBackCase;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationAccepted;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationRequested;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.contract.lifecycle.Settled;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** つなぎ戻し on the pages: who coordinates writes the five settled things, who gets it reads them. */
class HandedBackPageTest {

  private static final String PROSPECT = "春には通所カナリヤ";
  private static final String REMAINS = "家賃の滞納カナリヤ";

  @TempDir Path directory;
  private TestApi api;
  private TestWindow window;

  @BeforeEach
  void start() {
    api = new TestApi(directory, Map.of());
    window = new TestWindow(api);
  }

  @AfterEach
  void stop() {
    window.close();
    api.close();
  }

  @Test
  void who_gets_it_reads_roles_lead_rhythm_prospect_and_what_remains_once_it_was_opened() {
    HandBackCase written = written(coordinated());
    CaseId caseId = written.header().caseId();
    arrives(written);
    String page = "/agencies/hokatsu-higashi/window/referrals/" + written.referralId();
    await().atMost(SOON).until(() -> get(page).contains("開封して読む"));
    assertThat(get(page)).doesNotContain("つなぎ戻しで決まったこと", PROSPECT, REMAINS);

    api.network()
        .deliver(
            HIGASHI,
            caseId,
            new ReferralOpened(TestNetwork.header(caseId, 7, HIGASHI), written.referralId()));
    await().atMost(SOON).until(() -> get(page).contains("つなぎ戻しで決まったこと"));
    assertThat(get(page))
        .containsSubsequence("主担当", "hokatsu-higashi", "役割", "連絡の頻度", "月1回")
        .containsSubsequence("見通しと残る課題(世帯員1)", "見通し", PROSPECT, "残る課題", REMAINS);
    assertThat(api.get(HIGASHI, "/referrals/" + written.referralId()).json().path("settled"))
        .as("the same by the interface")
        .satisfies(settled -> assertThat(settled.toString()).contains("MONTHLY", "MONEY"));
  }

  /** A household of HIGASHI that SHAKYO coordinates. */
  private Delivered coordinated() {
    Delivered one = window.received(SHEET);
    for (AgencyId told : List.of(SHAKYO, HIGASHI)) {
      api.network()
          .deliver(
              told,
              one.caseId(),
              new CoordinationRequested(
                  TestNetwork.header(one.caseId(), 4, HIGASHI), HIGASHI, SHAKYO, false, null));
      api.network()
          .deliver(
              told,
              one.caseId(),
              new CoordinationAccepted(TestNetwork.header(one.caseId(), 5, SHAKYO)));
    }
    return one;
  }

  /** As who coordinates writes it on the page. */
  private HandBackCase written(Delivered one) {
    String page = "/agencies/shakyo/window/cases/" + one.caseId() + "/coordination";
    await().atMost(SOON).until(() -> window.get(SHAKYO + "-sample", page).body().contains("つなぎ戻す"));
    assertThat(window.get(SHAKYO + "-sample", page + "?do=hand-back").body())
        .containsSubsequence("主担当", "役割", "連絡の頻度", "見通し", "残る課題");
    var sent =
        window.post(
            SHAKYO + "-sample",
            page + "/hand-back",
            Map.ofEntries(
                Map.entry("key", key()),
                Map.entry("receiver", HIGASHI.value()),
                Map.entry("urgency", "NORMAL"),
                Map.entry("lead", "はい"),
                Map.entry("lead.agency", HIGASHI.value()),
                Map.entry("rhythm", "MONTHLY"),
                Map.entry("settled[0].person", "1"),
                Map.entry("settled[0].prospect", PROSPECT),
                Map.entry("settled[0].remains", REMAINS),
                Map.entry("settled[0].basis", "CONSENT")));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
    await()
        .atMost(SOON)
        .until(() -> api.commands(SHAKYO, one.caseId()).getLast() instanceof HandBackCase);
    return (HandBackCase) api.commands(SHAKYO, one.caseId()).getLast();
  }

  private void arrives(HandBackCase written) {
    CaseId caseId = written.header().caseId();
    var dossier = Objects.requireNonNull(written.dossier());
    api.network()
        .deliver(
            HIGASHI,
            caseId,
            new DossierDelivered(
                caseId,
                written.referralId(),
                dossier.onlyFor(HIGASHI).orElseThrow(),
                Instant.now()));
    api.network()
        .deliver(
            HIGASHI,
            caseId,
            new CaseHandedBack(
                TestNetwork.header(caseId, 6, SHAKYO),
                written.referralId(),
                new LegParties(SHAKYO, HIGASHI),
                written.urgency(),
                new Settled(
                    written.settled().lead(),
                    List.of(new AgencyRole(SHAKYO, "MONEY_MANAGEMENT")),
                    written.settled().rhythm()),
                Samples.clock(),
                dossier.outline(),
                null));
  }

  private String get(String page) {
    return window.get(HIGASHI + "-sample", page).body();
  }
}
