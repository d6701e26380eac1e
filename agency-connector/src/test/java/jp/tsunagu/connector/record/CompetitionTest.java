package jp.tsunagu.connector.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierRequested;
import jp.tsunagu.contract.lifecycle.ReferralEvent.FirstContactMade;
import jp.tsunagu.contract.lifecycle.ReferralEvent.InformationRequested;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralArrived;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralTriaged;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseDueSoon;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.junit.jupiter.api.Test;

/** Whoever comes second is told with what the first one was first. */
class CompetitionTest {

  private static final AgencyId DESK = TestNetwork.DESK;
  private static final AgencyId SENDER = new AgencyId("hokatsu");
  private static final AgencyId RECEIVER = new AgencyId("shakyo");
  private static final CaseId CASE = Samples.caseId();
  private static final ReferralId LEG = Samples.referralId();

  private static final CaseEvent TRIAGED =
      new ReferralTriaged(
          by(1, DESK),
          LEG,
          SENDER,
          RECEIVER,
          ReferralMode.TOGETHER,
          Urgency.NORMAL,
          Samples.clock(),
          null);
  private static final CaseEvent SEALING =
      new DossierRequested(by(2, DESK), LEG, new DossierId(CASE.value()), SENDER, RECEIVER);
  private static final CaseEvent ARRIVED = new ReferralArrived(by(3, RECEIVER), LEG);
  private static final CaseEvent OPENED = new ReferralOpened(by(4, RECEIVER), LEG);
  private static final CaseEvent ASKED = new InformationRequested(by(5, RECEIVER), LEG, null);
  private static final CaseEvent ACCEPTED = new ReferralAccepted(by(6, RECEIVER), LEG, null);
  private static final CaseEvent MET = new FirstContactMade(by(7, RECEIVER), LEG);
  private static final CaseEvent DUE = new ResponseDueSoon(by(8, AgencyId.GATEWAY), LEG);

  private static EventHeader by(long sequence, AgencyId actor) {
    return TestNetwork.header(CASE, sequence, actor);
  }

  @Test
  void it_is_the_turn_that_was_given_and_not_what_followed_from_it() {
    assertThat(Competition.first(List.of(TRIAGED, SEALING))).contains(TRIAGED);
    assertThat(Competition.first(List.of(TRIAGED, SEALING, ARRIVED, OPENED, ACCEPTED)))
        .as("nor what came of it afterwards")
        .contains(TRIAGED);
    assertThat(Competition.first(List.of(OPENED, ASKED, ACCEPTED, MET, DUE))).contains(ACCEPTED);
    assertThat(Competition.first(List.of(MET))).contains(MET);
  }

  @Test
  void where_nobody_gave_it_a_turn_it_is_the_first_step_and_else_what_followed() {
    assertThat(Competition.first(List.of(SEALING, ARRIVED, OPENED, ASKED))).contains(OPENED);
    assertThat(Competition.first(List.of(SEALING, DUE))).contains(SEALING);
    assertThat(Competition.first(List.of(ARRIVED, DUE))).as("nobody was first").isEmpty();
  }
}
