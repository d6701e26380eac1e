package jp.tsunagu.connector;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.outbox.Submission;
import jp.tsunagu.connector.record.CommandState;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.record.Side;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestConnector;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestPostgres;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.ConfirmReceipt;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {

  private static final AgencyId SENDER = new AgencyId("hokatsu-higashi");
  private static final AgencyId RECEIVER = new AgencyId("shogai-soudan");

  @TempDir static Path dataDirectory;

  private static TestNetwork network;
  private static TestConnector connector;

  @BeforeAll
  static void start() {
    network = new TestNetwork(SENDER, RECEIVER);
    connector =
        TestConnector.start(
            network.address(), TestPostgres.freshDatabase(), dataDirectory, SENDER, RECEIVER);
    await().atMost(SOON).until(() -> !network.outbox(SENDER).isEmpty());
    await().atMost(SOON).until(() -> !network.outbox(RECEIVER).isEmpty());
    network.publishKeysOf(SENDER);
    network.publishKeysOf(RECEIVER);
  }

  @AfterAll
  static void stop() {
    connector.close();
    network.close();
  }

  @Test
  void a_referral_is_sealed_sent_opened_by_its_receiver_and_answered_with_one_receipt() {
    CaseId caseId = Samples.caseId();
    ReferralId referralId = Samples.referralId();
    OpenDossier dossier = Samples.dossier("山田 花子", RECEIVER);
    Submission submission =
        connector
            .outbox()
            .submit(
                SENDER,
                null,
                () ->
                    Samples.wishes(
                        Samples.consultation(caseId),
                        Samples.referral(caseId, referralId, RECEIVER, dossier)));
    assertThat(submission).isInstanceOf(Submission.Accepted.class);

    SendReferral sent = sentReferral(caseId);
    deliver(caseId, referralId, sent);

    assertThat(openContent(dossier)).contains("山田 花子");
    assertThat(connector.records().findReferral(RECEIVER, referralId))
        .hasValueSatisfying(
            view -> {
              assertThat(view.side()).isEqualTo(Side.RECEIVER);
              assertThat(view.version()).isEqualTo(2);
            });
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(network.outbox(RECEIVER))
                    .extracting(TestNetwork.Sent::value)
                    .filteredOn(ConfirmReceipt.class::isInstance)
                    .hasSize(1));
    assertThat(connector.records().inbox(SENDER, 0, 100))
        .extracting("kind")
        .doesNotContain("ReferralSent");
    network.deliver(
        SENDER,
        caseId,
        new CommandAccepted(sent.header().commandId(), caseId, 2, 2, false, Instant.now()));
    await()
        .atMost(SOON)
        .until(
            () ->
                connector.records().outcome(SENDER, sent.header().commandId()).orElseThrow().state()
                    instanceof CommandState.Accepted);
  }

  private static SendReferral sentReferral(CaseId caseId) {
    List<Object> values =
        await().atMost(SOON).until(() -> ofCase(caseId), commands -> commands.size() == 2);
    return (SendReferral) values.getLast();
  }

  private static List<Object> ofCase(CaseId caseId) {
    return network.outbox(SENDER).stream()
        .filter(sent -> sent.key().equals(caseId.toString()))
        .map(TestNetwork.Sent::value)
        .toList();
  }

  private static void deliver(CaseId caseId, ReferralId referralId, SendReferral sent) {
    network.deliver(
        RECEIVER,
        caseId,
        new DossierDelivered(
            caseId,
            referralId,
            sent.sealed().orElseThrow().onlyFor(RECEIVER).orElseThrow(),
            Instant.now()));
    ReferralSent event =
        new ReferralSent(
            TestNetwork.header(caseId, 2, SENDER),
            referralId,
            new ChainPlace(referralId, null),
            new LegParties(SENDER, RECEIVER),
            sent.mode(),
            sent.urgency(),
            Samples.clock(),
            sent.sealed().orElseThrow().outline());
    network.deliver(RECEIVER, caseId, event);
    network.deliver(RECEIVER, caseId, event);
    await()
        .atMost(SOON)
        .until(() -> connector.records().findReferral(RECEIVER, referralId).isPresent());
  }

  private static String openContent(OpenDossier dossier) {
    DossierView view = connector.records().dossier(RECEIVER, dossier.dossierId()).orElseThrow();
    return view.parts().getFirst().content() instanceof PartView.Content.Open(var json)
        ? new String(json.value().toByteArray(), java.nio.charset.StandardCharsets.UTF_8)
        : "not open";
  }
}
