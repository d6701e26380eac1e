package jp.tsunagu.connector.inbox;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestConnector;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestPostgres;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.ConfirmReceipt;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ProtectionLifted;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.testing.NewerProgram;
import jp.tsunagu.contract.testing.NewerProgram.Written;
import jp.tsunagu.contract.wire.Codec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector that took in an event of a kind it did not know, and is then updated. */
@Tag("slow")
class UpdatedConnectorTest {

  private static final AgencyId AGENCY = new AgencyId("to-be-updated");

  private final CaseId caseId = Samples.caseId();
  private final ReferralId leg = Samples.referralId();
  private final String database = TestPostgres.freshDatabase();

  @Test
  void the_case_says_that_an_update_is_needed_and_is_folded_anew_after_it_once(@TempDir Path data) {
    try (TestNetwork network = new TestNetwork(AGENCY)) {
      try (TestConnector before = TestConnector.start(network.address(), database, data, AGENCY)) {
        network.deliver(AGENCY, caseId, persons(1, 2));
        tellOfANewKind(network, 2);
        network.deliver(AGENCY, caseId, persons(3, 5));
        await().atMost(SOON).until(() -> version(before) == 3);
        assertThat(found(before).incomplete().orElseThrow()).startsWith(NewerRecord.NEW_LABEL);
        assertThat(found(before).state().orElseThrow().referral(leg)).isEmpty();
        updateTo(before, sent(2));
      }
      foldedAnew(network, data);
      foldedAnew(network, data);
      assertThat(network.outbox(AGENCY))
          .filteredOn(sent -> sent.value() instanceof ConfirmReceipt)
          .as("what the event causes is done, once")
          .hasSize(1);
    }
  }

  private void foldedAnew(TestNetwork network, Path data) {
    try (TestConnector after = TestConnector.start(network.address(), database, data, AGENCY)) {
      await().atMost(SOON).until(() -> found(after).incomplete().isEmpty());
      assertThat(version(after)).isEqualTo(3);
      assertThat(found(after).state().orElseThrow().referral(leg)).isPresent();
      assertThat(found(after).state().orElseThrow().persons()).isEqualTo(5);
      assertThat(after.records().findReferral(AGENCY, leg)).isPresent();
      await()
          .atMost(SOON)
          .until(
              () ->
                  network.outbox(AGENCY).stream()
                      .anyMatch(sent -> sent.value() instanceof ConfirmReceipt));
    }
  }

  private CaseView found(TestConnector connector) {
    return connector.records().findCase(AGENCY, caseId).orElseThrow();
  }

  private long version(TestConnector connector) {
    return connector.records().findCase(AGENCY, caseId).map(CaseView::version).orElse(0L);
  }

  private void tellOfANewKind(TestNetwork network, long sequence) {
    CaseEvent like = new ProtectionLifted(TestNetwork.header(caseId, sequence, AGENCY));
    Written written = new NewerProgram().newKind("SentAnew", network.codec().encode((Record) like));
    network.publish(written.announcement());
    network.put(network.topics().inbox(AGENCY).name(), caseId.toString(), written.bytes());
  }

  /** What the newer program reads in these bytes stands there in bytes that this one can read. */
  private void updateTo(TestConnector connector, CaseEvent known) {
    connector
        .databases()
        .of(AGENCY)
        .jdbc()
        .sql("update inbox set content = :content where kind = 'SentAnew'")
        .param("content", Codec.standard().encode((Record) known))
        .update();
  }

  private PersonsRegistered persons(long sequence, int number) {
    return new PersonsRegistered(TestNetwork.header(caseId, sequence, AGENCY), number);
  }

  private ReferralSent sent(long sequence) {
    return new ReferralSent(
        TestNetwork.header(caseId, sequence, TestNetwork.DESK),
        leg,
        new ChainPlace(leg, null),
        new LegParties(TestNetwork.DESK, AGENCY),
        ReferralMode.TOGETHER,
        Urgency.NORMAL,
        Samples.clock(),
        null);
  }
}
