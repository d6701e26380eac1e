package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.NISHI;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RecordNotification;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.NotificationRecorded;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.GeneralView;
import jp.tsunagu.contract.lifecycle.NotifiedOffice;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** 通告・通報: by telephone first, recorded afterwards, never a referral (児童虐待防止法6条). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NotificationByTelephoneTest {
  private static final String CALLED = "2026-09-03T09:05";
  private final Story story = Story.beginning("2026-09-03T10:20");

  @BeforeEach
  void a_household_is_known_and_sent_on() {
    Commands.sent(story, ReferralMode.TOGETHER);
  }

  @Test
  void it_is_recorded_with_office_statute_and_hour_and_nothing_is_sent() {
    List<Referral> before = story.state().referrals();

    List<CaseEvent> events = story.does(HIGASHI, h -> notification(h, Set.of(Story.person(2))));

    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            NotificationRecorded.class,
            recorded -> {
              assertThat(recorded.office()).isEqualTo(NotifiedOffice.CHILD_GUIDANCE_CENTER);
              assertThat(recorded.statute()).isEqualTo(Statute.CHILD_ABUSE_PREVENTION_6);
              assertThat(recorded.persons()).containsExactly(Story.person(2));
              assertThat(recorded.header().times().phonedAt()).isEqualTo(Story.tokyo(CALLED));
              assertThat(recorded.header().actor()).isEqualTo(HIGASHI);
            });
    assertThat(story.state().referrals()).isEqualTo(before);
  }

  @Test
  void who_was_only_asked_has_the_same_duty() {
    assertThat(story.does(SHOGAI, h -> notification(h, Set.of(Story.person(1))))).hasSize(1);
  }

  @Test
  void who_notified_is_told_to_nobody_but_who_coordinates() {
    story.does(HIGASHI, h -> notification(h, Set.of(Story.person(1))));
    assertThat(story.whoLearnedOf(NotificationRecorded.class)).containsExactly(HIGASHI);

    story.does(HIGASHI, h -> new RequestCoordination(h, DESK, null));
    story.does(SHOGAI, h -> notification(h, Set.of(Story.person(1))));

    assertThat(story.lastTold(DESK, NotificationRecorded.class).header().actor()).isEqualTo(SHOGAI);
    assertThat(story.toldTo(HIGASHI)).containsOnlyOnce("NotificationRecorded");
  }

  @Test
  void without_a_call_with_another_statute_or_about_nobody_it_is_refused() {
    assertThat(
            story
                .isRefused(
                    HIGASHI,
                    RefusalCode.TELEPHONE_FIRST,
                    h -> notification(h, Statute.ELDER_ABUSE_PREVENTION_7, Set.of(one())))
                .nextSteps())
        .containsExactly(NextStep.TELEPHONE_FIRST);
    story.isRefused(
        HIGASHI,
        RefusalCode.STATUTE_WITHOUT_NOTIFICATION,
        h -> notification(Story.phoned(h, CALLED), Statute.CHILD_WELFARE_25_2, Set.of(one())));
    story.isRefused(HIGASHI, RefusalCode.PERSON_UNKNOWN, h -> notification(h, Set.of()));
    assertThat(
            story
                .isRefused(
                    HIGASHI,
                    RefusalCode.PERSON_UNKNOWN,
                    h -> notification(h, Set.of(one(), Story.person(9))))
                .persons())
        .containsExactly(Story.person(9));
    story.isRefused(NISHI, RefusalCode.CASE_UNKNOWN, h -> notification(h, Set.of(one())));
  }

  @Test
  void the_ledger_of_a_protected_case_does_not_say_who_notified() {
    story.does(HIGASHI, h -> Commands.protect(h, Set.of(NISHI)));
    CaseEvent event = story.does(HIGASHI, h -> notification(h, Set.of(one()))).getFirst();

    assertThat(GeneralView.of(event, true, DESK).header().actor()).isEqualTo(AgencyId.WITHHELD);
  }

  private static PersonRef one() {
    return Story.person(1);
  }

  private static RecordNotification notification(CommandHeader header, Set<PersonRef> persons) {
    return notification(Story.phoned(header, CALLED), Statute.CHILD_ABUSE_PREVENTION_6, persons);
  }

  private static RecordNotification notification(
      CommandHeader header, Statute statute, Set<PersonRef> persons) {
    return new RecordNotification(header, NotifiedOffice.CHILD_GUIDANCE_CENTER, statute, persons);
  }
}
