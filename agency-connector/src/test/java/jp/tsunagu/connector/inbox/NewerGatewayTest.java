package jp.tsunagu.connector.inbox;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.testing.InTheWorld;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.World;
import jp.tsunagu.connector.view.InboxView;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ProtectionLifted;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.SupportEnded;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.testing.NewerProgram;
import jp.tsunagu.contract.testing.NewerProgram.Written;
import jp.tsunagu.contract.wire.Codec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Today's connector beside a gateway of next year. */
@Tag("slow")
@InTheWorld
class NewerGatewayTest {

  private final World world;
  private final NewerProgram next = new NewerProgram();
  private final Codec today = Codec.standard();

  NewerGatewayTest(World world) {
    this.world = world;
  }

  @Test
  void a_new_field_code_event_and_notice_are_taken_in_shown_and_stop_nothing() {
    AgencyId agency = world.agencyWithoutKey();
    CaseId caseId = Samples.caseId();

    tell(agency, caseId, next.grown(today.encode(persons(caseId, agency, 1))));
    tell(agency, caseId, next.newKind("PlanDrafted", today.encode(lifted(caseId, agency, 2))));
    tell(agency, caseId, next.withNewCodes(today.encode(ended(caseId, agency, 3))));
    tell(agency, caseId, next.newKind("PlanShown", today.encode(accepted(caseId))));
    world.network().deliver(agency, caseId, persons(caseId, agency, 4));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(world.connector().records().findCase(agency, caseId))
                    .hasValueSatisfying(
                        found -> {
                          assertThat(found.version()).isEqualTo(4);
                          assertThat(found.state().orElseThrow().persons()).isEqualTo(4);
                        }));
    assertShown(world.newsOf(agency));
  }

  private static void assertShown(List<InboxItem> items) {
    assertThat(items)
        .extracting(InboxItem::kind)
        .containsExactly(
            "PersonsRegistered", "PlanDrafted", "SupportEnded", "PlanShown", "PersonsRegistered");
    assertThat(shown(items.get(1)).toString()).contains(NewerRecord.NEW_LABEL, "PlanDrafted");
    assertThat(shown(items.get(2)))
        .isInstanceOfSatisfying(
            SupportEnded.class,
            event -> assertThat(event.outcome().label()).isEqualTo(GrowingCode.NEW_LABEL));
    assertThat(shown(items.get(3)).toString()).contains("PlanShown");
  }

  private static Object shown(InboxItem item) {
    return InboxView.of(item, NetworkDirectory.EMPTY).data();
  }

  private void tell(AgencyId agency, CaseId caseId, Written written) {
    world.network().publish(written.announcement());
    world
        .network()
        .put(world.network().topics().inbox(agency).name(), caseId.toString(), written.bytes());
  }

  private static PersonsRegistered persons(CaseId caseId, AgencyId agency, int number) {
    return new PersonsRegistered(TestNetwork.header(caseId, number, agency), number);
  }

  private static ProtectionLifted lifted(CaseId caseId, AgencyId agency, int number) {
    return new ProtectionLifted(TestNetwork.header(caseId, number, agency));
  }

  private static SupportEnded ended(CaseId caseId, AgencyId agency, int number) {
    return new SupportEnded(TestNetwork.header(caseId, number, agency), CompletionOutcome.SETTLED);
  }

  private static CommandAccepted accepted(CaseId caseId) {
    Instant then = Instant.parse("2027-04-01T00:00:00Z");
    return new CommandAccepted(new CommandId(UUID.randomUUID()), caseId, 1, 1, false, then);
  }
}
