package jp.tsunagu.gateway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.ResponseDeadline;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.testing.OfficesOfAYear;
import jp.tsunagu.gateway.decision.Decision.Emit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * What the gateway decides is what the directory says before sending; that the connector shows the
 * same is told by its {@code DeadlinePreviewTest} over the same cities and moments. The receivers
 * take turns: whom it goes to does not change when it is due.
 */
@Tag("slow")
class DeadlineOfEveryHourTest {

  private static final long SEED = 20261126;
  private static final List<Instant> MOMENTS = OfficesOfAYear.moments(SEED);
  private static final List<AgencyId> RECEIVERS =
      Town.CONNECTED.stream().filter(agency -> !agency.equals(Town.HIGASHI)).toList();

  private final CaseState received = receivedBefore(MOMENTS.getFirst());

  @TestFactory
  Stream<DynamicTest> the_deadline_is_the_one_that_was_shown_before_sending() {
    return OfficesOfAYear.cities().entrySet().stream()
        .map(city -> DynamicTest.dynamicTest(city.getKey(), () -> agrees(city)));
  }

  private void agrees(Map.Entry<String, List<DirectoryRecord>> city) {
    NetworkDirectory directory = Town.DIRECTORY.with(city.getValue());
    Iterator<AgencyId> inTurn = Stream.generate(() -> RECEIVERS).flatMap(List::stream).iterator();
    int closed = 0;
    for (Instant moment : MOMENTS) {
      AgencyId receiver = inTurn.next();
      for (Urgency urgency : Urgency.values()) {
        ResponseDeadline shown = directory.responseDeadline(urgency, moment);
        closed += shown.endsOnClosedDay() ? 1 : 0;
        assertThat(decided(urgency, receiver, moment, directory))
            .as("%s to %s at %s", urgency, receiver, moment)
            .isEqualTo(
                new ResponseClock(
                    shown.dueSoonAt(),
                    shown.respondBy(),
                    shown.escalateAt(),
                    shown.endsOnClosedDay()));
      }
    }
    assertThat(closed).isPositive();
  }

  private ResponseClock decided(
      Urgency urgency, AgencyId receiver, Instant moment, NetworkDirectory directory) {
    Instant before = MOMENTS.getFirst();
    CommandHeader header =
        new CommandHeader(
            new CommandId(Story.leg(99).value()), received.caseId(), before, before, before, null);
    SendReferral command =
        new SendReferral(
            header, Story.leg(1), receiver, ReferralMode.TOGETHER, urgency, null, null);
    Decision decision =
        CaseDecider.decide(
            received, command, new DecisionContext(Town.HIGASHI, moment, directory, null));
    assertThat(decision).isInstanceOf(Emit.class);
    return ((Emit) decision)
        .events().stream()
            .filter(ReferralSent.class::isInstance)
            .map(event -> ((ReferralSent) event).clock())
            .findFirst()
            .orElseThrow();
  }

  private static CaseState receivedBefore(Instant moment) {
    Story story = Story.beginning("2026-03-31T09:00");
    Commands.received(story);
    assertThat(story.now()).isBefore(moment);
    return story.state();
  }
}
