package jp.tsunagu.connector.inbox;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.record.Task;
import jp.tsunagu.connector.testing.InTheWorld;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.World;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ProtectionLifted;
import jp.tsunagu.contract.lifecycle.Protection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 支援措置: somebody is told a month before its last day, until a person has decided. */
@Tag("slow")
@InTheWorld
class ProtectionDeadlineTest {

  private static final LocalDate TODAY = TokyoTime.dateOf(Instant.now());

  private final World world;
  private final CaseId caseId = Samples.caseId();

  ProtectionDeadlineTest(World world) {
    this.world = world;
  }

  @Test
  void from_a_month_before_its_end_a_person_is_told_until_it_is_extended() {
    AgencyId agency = world.agency();
    isProtected(agency, 1, TODAY.plusDays(20));
    Task task = task(agency);
    assertThat(task.due()).contains(TokyoTime.at(TODAY.plusDays(21), LocalTime.MIDNIGHT));

    isProtected(agency, 2, TODAY.plusYears(1));
    await().atMost(SOON).untilAsserted(() -> assertThat(tasks(agency)).isEmpty());
  }

  @Test
  void past_its_end_it_is_to_be_decided_until_it_is_lifted() {
    AgencyId agency = world.agency();
    isProtected(agency, 1, TODAY.minusDays(3));
    assertThat(task(agency).due())
        .hasValueSatisfying(due -> assertThat(due).isBefore(Instant.now()));

    happens(agency, new ProtectionLifted(TestNetwork.header(caseId, 2, agency)));
    await().atMost(SOON).untilAsserted(() -> assertThat(tasks(agency)).isEmpty());
  }

  @Test
  void who_is_not_in_charge_has_nothing_to_decide() {
    AgencyId agency = world.agency();
    AgencyId other = world.agency();
    happens(other, measure(1, agency, TODAY.plusDays(20)));
    happens(other, measure(2, other, TODAY.plusDays(21)));
    assertThat(task(other).due())
        .as("only of its own measure")
        .isEqualTo(Optional.of(TokyoTime.at(TODAY.plusDays(22), LocalTime.MIDNIGHT)));
  }

  private void isProtected(AgencyId agency, long sequence, LocalDate until) {
    happens(agency, measure(sequence, agency, until));
  }

  private CaseProtected measure(long sequence, AgencyId by, LocalDate until) {
    Protection protection = new Protection(Set.of(by), Set.of(), until);
    return new CaseProtected(TestNetwork.header(caseId, sequence, by), protection);
  }

  private void happens(AgencyId agency, Record event) {
    world.network().deliver(agency, caseId, event);
  }

  private Task task(AgencyId agency) {
    return await().atMost(SOON).until(() -> tasks(agency), tasks -> tasks.size() == 1).getFirst();
  }

  private List<Task> tasks(AgencyId agency) {
    return world.connector().records().openTasks(agency, 0, 10).stream()
        .filter(task -> task.kind() == Task.Kind.DECIDE_ON_PROTECTION)
        .toList();
  }
}
