package jp.tsunagu.connector.inbox;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import jp.tsunagu.connector.record.Task;
import jp.tsunagu.connector.testing.InTheWorld;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.World;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryAnswered;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryEnded;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryOverdue;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquirySent;
import jp.tsunagu.contract.lifecycle.InquiryStage;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 情報収集 waits for a person: of whom it is asked until it is answered, of who asked once it is late.
 */
@Tag("slow")
@InTheWorld
class InquiryTasksTest {

  private final World world;
  private final CaseId caseId = Samples.caseId();
  private final ResponseClock clock = Samples.clock();

  InquiryTasksTest(World world) {
    this.world = world;
  }

  @Test
  void who_is_asked_has_it_to_do_until_its_day_and_until_it_answered() {
    AgencyId own = world.agency();
    asked(own, TestNetwork.DESK, own);
    Task task = theOne(own);
    assertThat(task.kind()).isEqualTo(Task.Kind.ANSWER_INQUIRY);
    assertThat(task.due()).contains(clock.respondBy());

    happens(own, new InquiryOverdue(TestNetwork.header(caseId, 2, AgencyId.GATEWAY), own, 1));
    happens(own, new InquiryAnswered(TestNetwork.header(caseId, 3, own), own, 1, null, null));
    none(own);
  }

  @Test
  void what_was_taken_back_is_not_to_be_done_and_what_is_asked_again_is() {
    AgencyId own = world.agency();
    asked(own, TestNetwork.DESK, own);
    theOne(own);
    happens(
        own,
        new InquiryEnded(
            TestNetwork.header(caseId, 2, TestNetwork.DESK), own, 1, InquiryStage.TAKEN_BACK));
    none(own);
    happens(own, sent(TestNetwork.DESK, own, 3));
    theOne(own);
  }

  @Test
  void who_asked_has_nothing_to_do_until_one_is_late_and_then_looks_after_that_one() {
    AgencyId own = world.agency();
    AgencyId late = world.agency();
    asked(own, own, late);
    happens(own, sent(own, TestNetwork.DESK, 2));
    happens(own, new InquiryOverdue(TestNetwork.header(caseId, 3, AgencyId.GATEWAY), late, 1));
    Task task = theOne(own);
    assertThat(task.kind()).isEqualTo(Task.Kind.CHASE_INQUIRY);
    assertThat(task.about().recipient()).contains(late);
    assertThat(task.due()).contains(clock.respondBy());

    happens(own, new InquiryAnswered(TestNetwork.header(caseId, 4, late), late, 1, null, null));
    none(own);
  }

  private void asked(AgencyId told, AgencyId by, AgencyId whom) {
    happens(told, sent(by, whom, 1));
  }

  private InquirySent sent(AgencyId by, AgencyId whom, long sequence) {
    return new InquirySent(
        TestNetwork.header(caseId, sequence, by), whom, Set.of(new PersonRef(1)), clock, null);
  }

  private void happens(AgencyId agency, Record event) {
    world.network().deliver(agency, caseId, event);
  }

  private Task theOne(AgencyId agency) {
    return await().atMost(SOON).until(() -> tasks(agency), tasks -> tasks.size() == 1).getFirst();
  }

  private void none(AgencyId agency) {
    await().atMost(SOON).untilAsserted(() -> assertThat(tasks(agency)).isEmpty());
  }

  private List<Task> tasks(AgencyId agency) {
    return world.connector().records().openTasks(agency, 0, 10);
  }
}
